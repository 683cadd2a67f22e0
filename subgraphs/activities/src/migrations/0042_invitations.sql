-- A unit's part in an activity has a state: it is invited, takes part, has declined or has left. Nothing that others have
-- seen is deleted. "participant_ids" of an activity has those who are invited or take part: they see the activity, are
-- told of it, and count for its limit.

-- The rows that are there are checked in 0045, while others read and write.
alter table participant
  add column state text not null default 'JOINED',
  add column invited_at timestamptz,
  -- When it declined or left, and why.
  add column ended_at timestamptz,
  add column reason text,
  alter column joined_at drop not null,
  add constraint participant_state_check check (state in ('INVITED', 'JOINED', 'DECLINED', 'LEFT')) not valid,
  add constraint participant_reason_check check (char_length(reason) between 1 and 200) not valid,
  add constraint participant_times check (case state
    when 'INVITED' then invited_at is not null and joined_at is null
    when 'DECLINED' then invited_at is not null and joined_at is null
    else joined_at is not null end) not valid,
  add constraint participant_ended check ((state in ('DECLINED', 'LEFT')) = (ended_at is not null)) not valid,
  add constraint participant_reason check (reason is null or ended_at is not null) not valid,
  add constraint participant_attendance_of_joined check (attendance is null or state = 'JOINED') not valid;

alter table activity_update drop constraint activity_update_type_check;
alter table activity_update add constraint activity_update_type_check check (type in ('SCHEDULED', 'RESCHEDULED', 'CANCELLED', 'HELD',
  'CORRECTED', 'REOPENED', 'PARTICIPANT_INVITED', 'PARTICIPANT_JOINED', 'PARTICIPANT_DECLINED', 'PARTICIPANT_LEFT', 'ATTENDANCE_RECORDED')) not valid;

-- As in 0039, and an invitation awaits its unit until the activity begins.
create or replace function activity_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(call), '[]') from (
    select jsonb_build_object(
      'kind', 'CLOSE_ACTIVITY',
      'recordId', activity.id,
      'organizationId', activity.host_id,
      'state', case activity.state when 'HELD' then 'DONE' when 'CANCELLED' then 'LAPSED' else 'OPEN' end,
      'opensAt', activity.ends_at,
      'dueAt', activity.ends_at + interval '7 days',
      'closesAt', activity.ends_at + interval '90 days',
      'facts', jsonb_build_object(
        'activity', jsonb_build_object('record', jsonb_build_array('Activity', activity.id)),
        'during', jsonb_build_object('from', activity.starts_at, 'to', activity.ends_at)
      )
    ) as call
    from activity where activity.id = any(ids)
    union all
    select jsonb_build_object(
      'kind', 'FIND_VENUE',
      'recordId', activity.id,
      'organizationId', activity.host_id,
      'state', case
        when activity.state in ('HELD', 'CANCELLED') then 'LAPSED'
        when activity.venue_id is null or booking.id is null or booking.state in ('REQUESTED', 'CONFIRMED', 'DONE')
          and booking.starts_at <= activity.starts_at and booking.ends_at >= activity.ends_at then 'DONE'
        else 'OPEN' end,
      'opensAt', booking.updated_at,
      'dueAt', activity.starts_at,
      'closesAt', activity.starts_at,
      'facts', jsonb_build_object(
        'activity', jsonb_build_object('record', jsonb_build_array('Activity', activity.id)),
        'resource', jsonb_build_object('record', jsonb_build_array('Resource', activity.venue_id)),
        'during', jsonb_build_object('from', activity.starts_at, 'to', activity.ends_at)
      )
    )
    from activity left join directory.activity_booking as booking on booking.id = activity.venue_booking_id
    where activity.id = any(ids)
    union all
    select jsonb_build_object(
      'kind', 'ANSWER_INVITATION',
      'recordId', activity.id,
      'organizationId', participant.organization_id,
      'state', case
        when participant.state <> 'INVITED' then 'DONE'
        when activity.state in ('SCHEDULED', 'RESCHEDULED') then 'OPEN'
        else 'LAPSED' end,
      'opensAt', participant.invited_at,
      'dueAt', activity.starts_at,
      'closesAt', activity.starts_at,
      'facts', jsonb_build_object(
        'activity', jsonb_build_object('record', jsonb_build_array('Activity', activity.id)),
        'during', jsonb_build_object('from', activity.starts_at, 'to', activity.ends_at),
        'host', jsonb_build_object('unit', activity.host_id)
      )
    )
    from activity join participant on participant.activity_id = activity.id
    where activity.id = any(ids) and participant.invited_at is not null
  ) as called
$$;

-- One flush writes an activity and its participants in an order of its own: whichever comes last sees both.
create function keep_invitation_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select distinct activity_id from changed where invited_at is not null);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Activity', ids, activity_task_calls(ids),
      (select max(greatest(invited_at, joined_at, ended_at)) from changed where invited_at is not null));
  end if;
  return null;
end
$$;
create trigger invitation_tasks_of_new after insert on participant
  referencing new table as changed for each statement execute function keep_invitation_tasks();
create trigger invitation_tasks_of_changed after update on participant
  referencing new table as changed for each statement execute function keep_invitation_tasks();

-- As in 0021. Of two parts in one activity the stronger one stays: taking part, being invited, having left, having declined.
create function part_rank(state text) returns integer language sql immutable parallel safe as $$
  select array_position(array['DECLINED', 'LEFT', 'INVITED', 'JOINED'], state)
$$;

create or replace function directory.merge_activities_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = activities, pg_temp as $$
begin
  perform from activity where participant_ids @> array[source]
    or id in (select activity_id from participant where organization_id = source) order by id for update;
  -- Where both take part, they are one participant: from the earlier moment, and all who came from either.
  update participant as kept set joined_at = least(kept.joined_at, other.joined_at),
      attendance = case when num_nonnulls(kept.attendance, other.attendance) > 0
        then coalesce(kept.attendance, 0) + coalesce(other.attendance, 0) end
    from participant as other
    where kept.organization_id = target and other.organization_id = source and other.activity_id = kept.activity_id
      and kept.state = 'JOINED' and other.state = 'JOINED';
  delete from participant as weaker using participant as stronger
    where weaker.activity_id = stronger.activity_id
      and (weaker.organization_id, stronger.organization_id) in ((source, target), (target, source))
      and (part_rank(weaker.state), weaker.organization_id = target)
        < (part_rank(stronger.state), stronger.organization_id = target);
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
  -- Nobody is awaited to do something about a unit that is gone.
  update task set state = 'LAPSED', settled_at = moment where record_id = source and state = 'OPEN';
  update task set organization_id = target where organization_id = source;
  update task set facts = replace(facts::text, source::text, target::text)::jsonb where position(source::text in facts::text) > 0;
end $$;

-- Ends the part of a unit in an activity, which is locked: whoever took part has left, whoever was invited has declined.
-- The answer is the type of the notice, whose second half is that of the update; null if it had no part.
create function end_part(of_activity uuid, unit_id uuid, why text, moment timestamptz) returns text
language sql set search_path from current as $$
  update participant set state = case state when 'JOINED' then 'LEFT' else 'DECLINED' end,
      ended_at = moment, reason = nullif(left(why, 200), ''), attendance = null
    where activity_id = of_activity and organization_id = unit_id and state in ('JOINED', 'INVITED')
    returning case state when 'LEFT' then 'Activity.PARTICIPANT_LEFT' else 'Activity.PARTICIPANT_DECLINED' end
$$;

-- As in 0025.
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

-- As in 0025.
create or replace function directory.end_activities_of_unit(unit_id uuid, why text, moment timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = activities, pg_temp as $$
declare
  ended activity;
  happened text;
begin
  -- It no longer takes part in what is ahead, and answers no invitation. Subscribers learn of it.
  for ended in select * from activity
    where participant_ids @> array[unit_id] and state in ('SCHEDULED', 'RESCHEDULED') and host_id <> unit_id order by id for update
  loop
    happened := end_part(ended.id, unit_id, why, moment);
    return query update activity set participant_ids = array_remove(participant_ids, unit_id), updated_at = moment, version = version + 1,
        attendance = (select coalesce(sum(participant.attendance), 0) from participant where activity_id = ended.id)
      where id = ended.id
      returning happened, about(activity) || jsonb_build_object('organizationId', unit_id);
    perform append_update(ended.id, split_part(happened, '.', 2), moment, unit_id, null);
  end loop;
  update webhook_delivery set state = 'GIVEN_UP', finished_at = moment
    where state = 'PENDING' and endpoint_id in (select id from webhook_endpoint where organization_id = unit_id and state <> 'ENDED');
  update webhook_endpoint set state = 'ENDED', reason = why, state_since = moment, sealed_previous_secret = null, previous_secret_until = null,
      updated_at = moment, version = version + 1
    where organization_id = unit_id and state <> 'ENDED';
  update calendar_feed set revoked_at = moment, updated_at = moment, version = version + 1
    where organization_id = unit_id and revoked_at is null;
end $$;
