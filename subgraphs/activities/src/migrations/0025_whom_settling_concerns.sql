-- What these functions change concerns others. They return it, so that whoever calls them leaves the notices
-- (kit/platform/src/notices/concerned): as `told` the type of the notice, as `about` what its words and addressees are
-- made of.

create function about(activity) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'committeeId', $1.committee_id, 'hostId', $1.host_id,
    'participantIds', $1.participant_ids, 'startsAt', $1.starts_at, 'endsAt', $1.ends_at)
$$;
create function about(issue) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'committeeId', $1.committee_id, 'ownerId', $1.owner_id, 'deadline', $1.deadline)
$$;

-- As in 0019.
drop function directory.settle_activities(jsonb, jsonb);
create function directory.settle_activities(settlements jsonb, cause jsonb) returns table (told text, about jsonb)
language plpgsql security definer
set search_path = activities, pg_temp
as $$
declare
  committee uuid := (cause ->> 'committeeId')::uuid;
  leaver uuid := (cause ->> 'organizationId')::uuid;
  moment timestamptz := (cause ->> 'at')::timestamptz;
  why text := cause ->> 'reason';
  settlement jsonb;
  record_key uuid;
  heir uuid;
  open_activity activity;
  place text[];
begin
  for settlement in select value from jsonb_array_elements(settlements) order by value ->> 'recordId' loop
    record_key := (settlement ->> 'recordId')::uuid;
    heir := (settlement ->> 'toOrganizationId')::uuid;
    case settlement ->> 'noun' || ' ' || (settlement ->> 'how')
    when 'Activity HAND_OVER', 'Activity END' then
      select * into open_activity from activity
        where id = record_key and committee_id = committee and host_id = leaver
          and state in ('SCHEDULED', 'RESCHEDULED') and starts_at > moment
        for update;
      if not found then
        continue;
      end if;
      if settlement ->> 'how' = 'END' then
        return query update activity set state = 'CANCELLED', cancel_reason = why, updated_at = moment, version = version + 1
          where id = record_key returning 'Activity.CANCELLED', about(activity);
        perform append_update(record_key, 'CANCELLED', moment, null, why);
        perform note_settlement(settlement, cause, open_activity.region_path, 'state', open_activity.state, 'CANCELLED');
        continue;
      end if;
      -- The heir takes part as the host does, and the unit takes part no more.
      insert into participant (activity_id, organization_id, starts_at, joined_at)
        values (record_key, heir, open_activity.starts_at, moment) on conflict do nothing;
      delete from participant where activity_id = record_key and organization_id = leaver;
      return query update activity set host_id = heir, updated_at = moment, version = version + 1,
        participant_ids = array_append(array_remove(array_remove(participant_ids, leaver), heir), heir),
        attendance = (select coalesce(sum(participant.attendance), 0) from participant where activity_id = record_key)
        where id = record_key
        returning 'Activity.HANDED_OVER', about(activity) || jsonb_build_object('previousId', leaver);
      if not heir = any (open_activity.participant_ids) then
        perform append_update(record_key, 'PARTICIPANT_JOINED', moment, heir, null);
      end if;
      perform append_update(record_key, 'PARTICIPANT_LEFT', moment, leaver, null);
      perform note_settlement(settlement, cause, open_activity.region_path, 'hostId', leaver::text, heir::text);
    when 'Issue HAND_OVER' then
      update issue set owner_id = heir, updated_at = moment, version = version + 1
        where id = record_key and committee_id = committee and owner_id = leaver and state = 'RAISED'
        returning region_path into place;
      if found then
        return query select 'Issue.HANDED_OVER', about(issue) || jsonb_build_object('previousId', leaver)
          from issue where id = record_key;
        perform note_settlement(settlement, cause, place, 'ownerId', leaver::text, heir::text);
      end if;
    when 'Issue END' then
      update issue set state = 'RESOLVED', resolved_at = moment, outcome = why, updated_at = moment, version = version + 1
        where id = record_key and committee_id = committee and owner_id = leaver and state = 'RAISED'
        returning region_path into place;
      if found then
        return query select 'Issue.RESOLVED', about(issue) from issue where id = record_key;
        perform note_settlement(settlement, cause, place, 'state', 'RAISED', 'RESOLVED');
      end if;
    else
      raise exception 'Nothing settles % by %', settlement ->> 'noun', settlement ->> 'how';
    end case;
  end loop;
end $$;
revoke all on function directory.settle_activities from public;
grant execute on function directory.settle_activities to hub_members;

-- As in 0017.
drop function directory.end_activities_of_unit(uuid, text, timestamptz);
create function directory.end_activities_of_unit(unit_id uuid, why text, moment timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = activities, pg_temp as $$
declare
  ended activity;
begin
  -- It no longer takes part in what is ahead. Subscribers learn of it.
  for ended in select * from activity
    where participant_ids @> array[unit_id] and state in ('SCHEDULED', 'RESCHEDULED') and host_id <> unit_id order by id for update
  loop
    delete from participant where activity_id = ended.id and organization_id = unit_id;
    return query update activity set participant_ids = array_remove(participant_ids, unit_id), updated_at = moment, version = version + 1
      where id = ended.id
      returning 'Activity.PARTICIPANT_LEFT', about(activity) || jsonb_build_object('organizationId', unit_id);
    insert into activity_update (id, type, occurred_at, activity_id, organization_id, kind, committee_id, audience, participant_ids, region_path, alliance_code)
    values (uuid_v7(moment), 'PARTICIPANT_LEFT', moment, ended.id, unit_id, ended.kind, ended.committee_id, ended.audience,
      array_remove(ended.participant_ids, unit_id), ended.region_path, ended.alliance_code);
  end loop;
  update webhook_delivery set state = 'GIVEN_UP', finished_at = moment
    where state = 'PENDING' and endpoint_id in (select id from webhook_endpoint where organization_id = unit_id and state <> 'ENDED');
  update webhook_endpoint set state = 'ENDED', reason = why, state_since = moment, sealed_previous_secret = null, previous_secret_until = null,
      updated_at = moment, version = version + 1
    where organization_id = unit_id and state <> 'ENDED';
  update calendar_feed set revoked_at = moment, updated_at = moment, version = version + 1
    where organization_id = unit_id and revoked_at is null;
end $$;
revoke all on function directory.end_activities_of_unit from public;
grant execute on function directory.end_activities_of_unit to hub_organizations;
