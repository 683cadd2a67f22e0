-- Whether an activity has lost its venue, because its booking was denied, cancelled or moved, is for the subgraph of
-- activities to say. It looks at the end of a transaction, when the activity and its booking are as they will be.

create or replace view directory.activity_booking as
  select id, activity_id, resource_id, organization_id, provider_id, state, starts_at, ends_at, updated_at from booking
  where activity_id is not null;

-- The rights of its owner: others change bookings, too, by published functions, when a unit leaves or ends.
create function tell_activity_of_booking() returns trigger
language plpgsql security definer set search_path = resources, pg_temp as $$
begin
  perform directory.keep_tasks_of_activities(array[new.activity_id], new.updated_at);
  return null;
end
$$;
create constraint trigger booking_of_activity_changed after update on booking
  deferrable initially deferred for each row
  when (new.activity_id is not null
    and (old.state, old.starts_at, old.ends_at) is distinct from (new.state, new.starts_at, new.ends_at))
  execute function tell_activity_of_booking();
