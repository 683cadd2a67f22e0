-- As in 0019; and an activity whose venue was denied or cancelled, or is booked for another time, awaits its host: another
-- venue, another time, or none. The provider's no leaves the activity where it is.
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
  ) as called
$$;

-- For the subgraph of resources, when the booking of an activity has changed.
create function directory.keep_tasks_of_activities(ids uuid[], at timestamptz) returns void
language sql security definer set search_path = activities, pg_temp as $$
  select directory.keep_tasks('Activity', ids, activity_task_calls(ids), at)
$$;
revoke all on function directory.keep_tasks_of_activities from public;
grant execute on function directory.keep_tasks_of_activities to hub_resources;

-- Those that lost theirs before there was this task.
do $$
declare
  ids uuid[] := array(select id from activity where venue_booking_id is not null and state in ('SCHEDULED', 'RESCHEDULED'));
begin
  perform directory.keep_tasks_of_activities(ids, now());
end
$$;
