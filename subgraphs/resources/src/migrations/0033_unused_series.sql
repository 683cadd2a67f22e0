-- Whether somebody came, as the unit says that offers the resource; null: it has not said. Of a series of which nobody
-- came twice running, the unit that booked is asked whether it keeps the rest.
alter table booking add column used boolean;
alter table booking_series
  add column asked_at timestamptz,
  add column answer_by timestamptz,
  add column kept_at timestamptz,
  add column unanswered_at timestamptz,
  add constraint booking_series_asked check ((asked_at is null) = (answer_by is null));
create index booking_series_to_answer on booking_series (answer_by)
  where asked_at is not null and unanswered_at is null;

-- The question awaits the unit that has the last of the rest, until the last date begins. Keeping or cancelling the rest
-- answers it.
create function series_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'KEEP_SERIES',
    'recordId', series.id,
    'organizationId', last.organization_id,
    'state', case when series.kept_at >= series.asked_at or rest.dates = 0 then 'DONE' else 'OPEN' end,
    'opensAt', series.asked_at,
    'dueAt', series.answer_by,
    'closesAt', last.starts_at,
    'facts', jsonb_build_object(
      'resource', jsonb_build_object('record', jsonb_build_array('Resource', series.resource_id)),
      'dates', jsonb_build_object('number', rest.dates)
    )
  )), '[]')
  from booking_series as series
  cross join lateral (
    select count(*)::integer as dates from booking
    where series_id = series.id and state in ('REQUESTED', 'CONFIRMED') and starts_at > series.asked_at
  ) as rest
  join lateral (
    select organization_id, starts_at from booking where series_id = series.id
    order by state in ('REQUESTED', 'CONFIRMED') desc, starts_at desc limit 1
  ) as last on true
  where series.id = any(ids) and series.asked_at is not null
$$;

create function keep_series_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('BookingSeries', ids, series_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger series_tasks_of_changed after update on booking_series
  referencing new table as changed for each statement execute function keep_series_tasks();

create function keep_series_tasks_of_bookings() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(
    select distinct series.id from changed join booking_series as series on series.id = changed.series_id
    where series.asked_at is not null);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('BookingSeries', ids, series_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger series_tasks_of_changed after update on booking
  referencing new table as changed for each statement execute function keep_series_tasks_of_bookings();

-- As in 0018; and offers, and series that are asked about.
create or replace function directory.keep_all_tasks_of_resources(at timestamptz) returns void
language plpgsql
security definer
set search_path = resources, pg_temp
as $$
declare
  bookings uuid[] := array(select id from booking where state = 'REQUESTED');
  offers uuid[] := array(select id from waiting_entry where state = 'OFFERED');
  series uuid[] := array(select id from booking_series where asked_at is not null);
begin
  perform directory.keep_tasks('Booking', bookings, booking_task_calls(bookings), at);
  perform directory.keep_tasks('WaitingEntry', offers, waiting_entry_task_calls(offers), at);
  perform directory.keep_tasks('BookingSeries', series, series_task_calls(series), at);
  perform keep_tasks_of_agreements(array(select id from agreement where state in ('PROPOSED', 'ACTIVE')), at);
  perform keep_tasks_of_rounds(array(select id from collection_round where state = 'OPEN'), at);
end
$$;
