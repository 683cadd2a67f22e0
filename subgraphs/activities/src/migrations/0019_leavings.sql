-- What is open between a unit and a committee, and how it is settled when the unit leaves. The subgraph of memberships
-- may ask for exactly this here, and nothing else (docs/decisions/0020).

create function directory.open_activities(committee uuid, organization uuid, at timestamptz)
returns table (noun text, record_id uuid, title text, state text, detail text)
language sql stable security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = activities, pg_temp
as $$
  select 'Activity', id, title, state, null from activity
    where committee_id = $1 and host_id = $2 and state in ('SCHEDULED', 'RESCHEDULED') and starts_at > $3
  union all
  select 'Issue', id, title, state, null from issue where committee_id = $1 and owner_id = $2 and state = 'RAISED'
$$;
revoke all on function directory.open_activities from public;
grant execute on function directory.open_activities to hub_members;

-- An entry of the audit log about a record that its unit has left behind.
create function note_settlement(settlement jsonb, cause jsonb, region_path text[], field text, before text, after text)
returns void language sql set search_path from current as $$
  insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, organization_id, region_path, request_id, details)
  values ((settlement ->> 'auditId')::uuid, (cause ->> 'at')::timestamptz, 'activities', 'leaveCommittee',
    settlement ->> 'noun', settlement ->> 'recordId', cause ->> 'subject', (cause ->> 'organizationId')::uuid, region_path,
    cause ->> 'requestId', jsonb_build_object('how', settlement ->> 'how', 'committeeId', cause ->> 'committeeId',
      'changes', jsonb_build_array(jsonb_build_object('field', field, 'before', before, 'after', after))))
$$;

-- An entry of the update log about an activity as it is now.
create function append_update(activity_id uuid, type text, moment timestamptz, organization uuid, reason text)
returns void language sql set search_path from current as $$
  insert into activity_update (id, type, occurred_at, activity_id, organization_id, reason, kind, committee_id, audience,
    participant_ids, region_path, alliance_code)
  select uuid_v7($3), $2, $3, id, $4, $5, kind, committee_id, audience, participant_ids, region_path, alliance_code
    from activity where id = $1
$$;

-- Settles what is open, in the transaction of the leaving; what is not open any more is left as it is.
--
-- settlements: [{noun, recordId, how: HAND_OVER | END, toOrganizationId?, auditId}]
-- cause: {committeeId, organizationId, at, reason, subject, requestId}
create function directory.settle_activities(settlements jsonb, cause jsonb) returns void
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
        update activity set state = 'CANCELLED', cancel_reason = why, updated_at = moment, version = version + 1
          where id = record_key;
        perform append_update(record_key, 'CANCELLED', moment, null, why);
        perform note_settlement(settlement, cause, open_activity.region_path, 'state', open_activity.state, 'CANCELLED');
        continue;
      end if;
      -- The heir takes part as the host does, and the unit takes part no more.
      insert into participant (activity_id, organization_id, starts_at, joined_at)
        values (record_key, heir, open_activity.starts_at, moment) on conflict do nothing;
      delete from participant where activity_id = record_key and organization_id = leaver;
      update activity set host_id = heir, updated_at = moment, version = version + 1,
        participant_ids = array_append(array_remove(array_remove(participant_ids, leaver), heir), heir),
        attendance = (select coalesce(sum(participant.attendance), 0) from participant where activity_id = record_key)
        where id = record_key;
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
        perform note_settlement(settlement, cause, place, 'ownerId', leaver::text, heir::text);
      end if;
    when 'Issue END' then
      update issue set state = 'RESOLVED', resolved_at = moment, outcome = why, updated_at = moment, version = version + 1
        where id = record_key and committee_id = committee and owner_id = leaver and state = 'RAISED'
        returning region_path into place;
      if found then
        perform note_settlement(settlement, cause, place, 'state', 'RAISED', 'RESOLVED');
      end if;
    else
      raise exception 'Nothing settles % by %', settlement ->> 'noun', settlement ->> 'how';
    end case;
  end loop;
end $$;
revoke all on function directory.settle_activities from public;
grant execute on function directory.settle_activities to hub_members;
