-- The order in which rows of several records are locked by whoever locks more than one: memberships, then activities, then
-- resources, then bookings and whoever waits; of each in the order of their ids. Two changes never wait for each other then.
-- Whoever moves an activity keeps to it: the activity is locked before its room. So a unit that leaves, ends or merges has its
-- activities locked before anything of the rooms changes, although what becomes of the rooms is decided first.

-- Locks some activities. The answer has their venues, which are locked next, with the other resources.
create function directory.lock_activities(ids uuid[]) returns setof uuid
language sql security definer set search_path = activities, pg_temp as $$
  with locked as (select venue_id from activity where id = any(ids) order by id for update)
  select distinct venue_id from locked where venue_id is not null
$$;

-- The same for those that a unit hosts, takes part in, is invited to, or had a part in.
create function directory.lock_activities_of_unit(unit_id uuid) returns setof uuid
language sql security definer set search_path = activities, pg_temp as $$
  select directory.lock_activities(array(
    select id from activity where participant_ids @> array[unit_id]
    union select activity_id from participant where organization_id = unit_id))
$$;

revoke all on function directory.lock_activities, directory.lock_activities_of_unit from public;
grant execute on function directory.lock_activities to hub_members;
grant execute on function directory.lock_activities_of_unit to hub_organizations;
