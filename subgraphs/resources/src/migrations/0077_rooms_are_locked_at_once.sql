-- Whatever changes bookings or waiting lists of several resources locks all of these before, in the order of their ids: a unit
-- that leaves, ends or merges as well as whoever answers several requests or changes a series. Activities are locked before that
-- (activities/0064).

-- Locks the resources that the leaving of a unit changes: those that are settled, those of bookings that are, and the venues of
-- activities that are.
create function directory.lock_settled_resources(settlements jsonb, venues uuid[]) returns void
language sql security definer set search_path = resources, pg_temp as $$
  with settled as (select value ->> 'noun' as noun, (value ->> 'recordId')::uuid as id from jsonb_array_elements(settlements))
  select from resource
    where id = any(venues) or id in (select id from settled where noun = 'Resource')
      or id in (select resource_id from booking where id in (select id from settled where noun = 'Booking'))
    order by id for update
$$;

-- The same for a unit that ends or merges: what it offers, has booked or waits for.
create function directory.lock_resources_of_unit(unit_id uuid, venues uuid[]) returns void
language sql security definer set search_path = resources, pg_temp as $$
  select from resource
    where id = any(venues) or provider_id = unit_id
      or id in (select resource_id from booking where organization_id = unit_id)
      or id in (select resource_id from waiting_entry where organization_id = unit_id)
    order by id for update
$$;

revoke all on function directory.lock_settled_resources, directory.lock_resources_of_unit from public;
grant execute on function directory.lock_settled_resources to hub_members;
grant execute on function directory.lock_resources_of_unit to hub_organizations;
