-- As in 0019; and whether an activity has booked it: its host is reminded of the activity, and would read the same twice. The
-- provider is reminded of who comes, but for its own activities.
drop function directory.bookings_near(timestamptz);
create function directory.bookings_near(at timestamptz) returns table (
  id uuid, organization_id uuid, provider_id uuid, resource_id uuid, starts_at timestamptz, ends_at timestamptz, purpose text,
  of_activity boolean)
language sql stable security definer set search_path = resources, pg_temp as $$
  select booking.id, booking.organization_id, booking.provider_id, booking.resource_id, booking.starts_at,
    booking.ends_at, booking.purpose, booking.activity_id is not null
  from booking
  cross join lateral nine_on((booking.starts_at at time zone 'Asia/Shanghai')::date - 1) as told_at
  where booking.state = 'CONFIRMED' and (booking.activity_id is null or booking.provider_id <> booking.organization_id)
    and booking.starts_at > $1 and booking.starts_at < $1 + interval '2 days'
    and told_at <= $1 and booking.created_at <= told_at
$$;
revoke all on function directory.bookings_near from public;
grant execute on function directory.bookings_near to hub_activities;
