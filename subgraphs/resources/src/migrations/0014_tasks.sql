-- What awaits somebody because of these records. The open tasks are kept by triggers, so that they are at any moment
-- exactly those that the records call for, whatever changed them.

-- A request awaits its provider until it is answered, or the time that it is for has come.
create function booking_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'DECIDE_BOOKING',
    'recordId', booking.id,
    'organizationId', booking.provider_id,
    'state', case booking.state when 'REQUESTED' then 'OPEN' when 'CANCELLED' then 'LAPSED' else 'DONE' end,
    'opensAt', booking.created_at,
    'dueAt', booking.starts_at,
    'closesAt', booking.starts_at,
    'facts', jsonb_build_object(
      'organization', jsonb_build_object('unit', booking.organization_id),
      'resource', jsonb_build_object('record', jsonb_build_array('Resource', booking.resource_id)),
      'during', jsonb_build_object('from', booking.starts_at, 'to', booking.ends_at),
      'purpose', case when booking.purpose is not null then jsonb_build_object('text', booking.purpose) end
    )
  )), '[]')
  from booking where booking.id = any(ids)
$$;

create function keep_booking_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Booking', ids, booking_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger booking_tasks_of_new after insert on booking
  referencing new table as changed for each statement execute function keep_booking_tasks();
create trigger booking_tasks_of_changed after update on booking
  referencing new table as changed for each statement execute function keep_booking_tasks();
