-- As in 0042; and the room of an activity follows it: to the heir, if the owner shares it with that unit, or back to the
-- owner, and to whoever waits for it. Rows are locked as whoever moves an activity locks them: activities, then rooms.
create or replace function directory.settle_activities(settlements jsonb, cause jsonb) returns table (told text, about jsonb)
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
  happened text;
  joins boolean;
begin
  perform from activity where id in (
    select (value ->> 'recordId')::uuid from jsonb_array_elements(settlements) where value ->> 'noun' = 'Activity')
    order by id for update;
  perform directory.lock_venues(array(
    select venue_id from activity where venue_booking_id is not null and id in (
      select (value ->> 'recordId')::uuid from jsonb_array_elements(settlements) where value ->> 'noun' = 'Activity')));
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
        return query select * from directory.settle_venue(record_key, open_activity.venue_booking_id, null, why, moment);
        perform append_update(record_key, 'CANCELLED', moment, null, why);
        perform note_settlement(settlement, cause, open_activity.region_path, 'state', open_activity.state, 'CANCELLED');
        continue;
      end if;
      -- The heir takes part as the host does, and the unit takes part no more.
      joins := not exists (
        select from participant where activity_id = record_key and organization_id = heir and participant.state = 'JOINED');
      insert into participant (activity_id, organization_id, starts_at, joined_at)
        values (record_key, heir, open_activity.starts_at, moment)
        on conflict (activity_id, organization_id) do update
          set state = 'JOINED', joined_at = moment, ended_at = null, reason = null where participant.state <> 'JOINED';
      happened := end_part(record_key, leaver, why, moment);
      return query update activity set host_id = heir, updated_at = moment, version = version + 1,
        participant_ids = array_append(array_remove(array_remove(participant_ids, leaver), heir), heir),
        attendance = (select coalesce(sum(participant.attendance), 0) from participant where activity_id = record_key)
        where id = record_key
        returning 'Activity.HANDED_OVER', about(activity) || jsonb_build_object('previousId', leaver);
      return query select * from directory.settle_venue(record_key, open_activity.venue_booking_id, heir, why, moment);
      if joins then
        perform append_update(record_key, 'PARTICIPANT_JOINED', moment, heir, null);
      end if;
      perform append_update(record_key, split_part(happened, '.', 2), moment, leaver, null);
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
