-- What becomes of a unit's records here when it ends or merges into another one. The subgraph `organizations`
-- decides that, in its own transaction, and may do exactly this here.

-- Nothing new for a unit that has ended or was merged. The shared lock makes a unit that ends wait for those who
-- write for it, so that it leaves nothing behind (organizations, organization.service.ts).
create function require_active_unit() returns trigger language plpgsql set search_path from current as $$
declare
  named uuid;
begin
  if tg_table_name = 'issue' then
    named := new.owner_id;
  else
    named := new.organization_id;
  end if;
  if named is null then
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('organization'), hashtext(named::text) & 255);
  if exists (select from directory.merged_organization where from_id = named)
    or exists (select from directory.organization where id = named and state = 'ENDED') then
    raise exception 'organisation % has ended', named using errcode = 'check_violation', constraint = 'organization_active';
  end if;
  return new;
end $$;
-- The host of an activity is a participant, too.
create trigger participant_of_active_unit before insert on participant for each row execute function require_active_unit();
create trigger issue_of_active_unit before insert on issue for each row execute function require_active_unit();
create trigger webhook_endpoint_of_active_unit before insert on webhook_endpoint for each row execute function require_active_unit();
create trigger calendar_feed_of_active_unit before insert on calendar_feed for each row execute function require_active_unit();

-- What is open of a unit; titles of what everybody may read. on_end: ENDS with it, or is OPEN and has to be settled before. moves: whether it follows
-- the unit into another alliance.
create function directory.activities_of_unit(unit_id uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text, on_end text, moves boolean)
language sql stable security definer set search_path = activities, pg_temp as $$
  select 'Activity', id, case audience when 'PUBLIC' then title end, case host_id when $1 then 'OPEN' else 'ENDS' end, false
    from activity where participant_ids @> array[$1] and state in ('SCHEDULED', 'RESCHEDULED')
  union all
  select 'Issue', id, case audience when 'PUBLIC' then title end, 'OPEN', false from issue where owner_id = $1 and state = 'RAISED'
  union all
  select 'WebhookEndpoint', id, null, 'ENDS', true from webhook_endpoint where organization_id = $1 and state <> 'ENDED'
  union all
  select 'CalendarFeed', id, null, 'ENDS', true from calendar_feed where organization_id = $1 and revoked_at is null
$$;

create function directory.end_activities_of_unit(unit_id uuid, why text, moment timestamptz) returns void
language plpgsql security definer set search_path = activities, pg_temp as $$
declare
  ended activity;
begin
  -- It no longer takes part in what is ahead. Subscribers learn of it.
  for ended in select * from activity
    where participant_ids @> array[unit_id] and state in ('SCHEDULED', 'RESCHEDULED') and host_id <> unit_id order by id for update
  loop
    delete from participant where activity_id = ended.id and organization_id = unit_id;
    update activity set participant_ids = array_remove(participant_ids, unit_id), updated_at = moment, version = version + 1
      where id = ended.id;
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

create function directory.merge_activities_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = activities, pg_temp as $$
begin
  perform from activity where participant_ids @> array[source] order by id for update;
  -- Where both take part, they are one participant: from the earlier moment, and all who came from either.
  update participant as kept set joined_at = least(kept.joined_at, other.joined_at),
      attendance = case when num_nonnulls(kept.attendance, other.attendance) > 0
        then coalesce(kept.attendance, 0) + coalesce(other.attendance, 0) end
    from participant as other
    where kept.organization_id = target and other.organization_id = source and other.activity_id = kept.activity_id;
  delete from participant
    where organization_id = source and activity_id in (select activity_id from participant where organization_id = target);
  update participant set organization_id = target where organization_id = source;
  update activity set host_id = case host_id when source then target else host_id end,
      participant_ids = case when participant_ids @> array[target] then array_remove(participant_ids, source)
        else array_replace(participant_ids, source, target) end,
      updated_at = moment, version = version + 1
    where participant_ids @> array[source];
  update agenda_item set proposed_by_organization_id = target, updated_at = moment, version = version + 1
    where proposed_by_organization_id = source;
  update issue set owner_id = target, updated_at = moment, version = version + 1 where owner_id = source;
  -- Readers of the update log that come back read what they missed.
  update activity_update set organization_id = case organization_id when source then target else organization_id end,
      participant_ids = case when participant_ids @> array[target] then array_remove(participant_ids, source)
        else array_replace(participant_ids, source, target) end
    where participant_ids @> array[source] or organization_id = source;
  update webhook_endpoint set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  update webhook_endpoint set filter = jsonb_set(filter, '{organizationId}', to_jsonb(target::text)), updated_at = moment, version = version + 1
    where filter ->> 'organizationId' = source::text;
  update calendar_feed set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  -- What one was told, and what awaits it. The triggers of the records have called for open tasks anew by now.
  update notice set organization_id = target where organization_id = source;
  update notice set facts = replace(facts::text, source::text, target::text)::jsonb where position(source::text in facts::text) > 0;
  update task set state = 'LAPSED', settled_at = moment
    where organization_id = source and state = 'OPEN' and exists (
      select from task as other
      where other.record_id = task.record_id and other.kind = task.kind and other.organization_id = target and other.state = 'OPEN');
  update task set organization_id = target where organization_id = source;
  update task set facts = replace(facts::text, source::text, target::text)::jsonb where position(source::text in facts::text) > 0;
end $$;

-- Activities in which two units take part.
create function directory.activities_of_both(source uuid, target uuid)
returns table (noun text, record_id uuid, title text)
language sql stable security definer set search_path = activities, pg_temp as $$
  select 'Activity', id, case audience when 'PUBLIC' then title end from activity where participant_ids @> array[$1, $2] and state in ('SCHEDULED', 'RESCHEDULED')
$$;

revoke all on function directory.activities_of_unit, directory.end_activities_of_unit, directory.merge_activities_of_unit,
  directory.activities_of_both from public;
grant execute on function directory.activities_of_unit, directory.end_activities_of_unit, directory.merge_activities_of_unit,
  directory.activities_of_both to hub_organizations;
