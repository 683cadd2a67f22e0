-- What the subgraph of activities reminds people of: bookings of the next day, and agreements whose term is nearly
-- over. It reads no table of this schema, so these functions publish what is near at an instant.

create function nine_on(day date) returns timestamptz language sql immutable parallel safe as $$
  select (day + time '09:00') at time zone 'Asia/Shanghai'
$$;

create index booking_near on booking (starts_at) where state = 'CONFIRMED';

-- From nine o'clock of the day before. Whoever booked later than that knows without a reminder.
create function directory.bookings_near(at timestamptz) returns table (
  id uuid, organization_id uuid, provider_id uuid, resource_id uuid, starts_at timestamptz, ends_at timestamptz, purpose text)
language sql stable security definer set search_path = resources, pg_temp as $$
  select booking.id, booking.organization_id, booking.provider_id, booking.resource_id, booking.starts_at,
    booking.ends_at, booking.purpose
  from booking
  cross join lateral nine_on((booking.starts_at at time zone 'Asia/Shanghai')::date - 1) as told_at
  where booking.state = 'CONFIRMED' and booking.starts_at > $1 and booking.starts_at < $1 + interval '2 days'
    and told_at <= $1 and booking.created_at <= told_at
$$;

-- From nine o'clock of the days that are 60, 30 and 7 days before the last one; of these the latest. An agreement
-- that was signed later than that has just been read by all of its parties.
create function directory.agreements_near_end(at timestamptz) returns table (
  id uuid, committee_id uuid, party_ids uuid[], term_to date, days integer, told_at timestamptz)
language sql stable security definer set search_path = resources, pg_temp as $$
  select distinct on (agreement.id) agreement.id, agreement.committee_id, agreement.party_ids, agreement.term_to,
    agreement.term_to - today.day, mark.told_at
  from (select ($1 at time zone 'Asia/Shanghai')::date as day) as today
  join agreement on agreement.state = 'ACTIVE' and agreement.term_to between today.day and today.day + 60
  cross join lateral (
    select nine_on(agreement.term_to - days) as told_at from unnest(array[60, 30, 7]) as days
  ) as mark
  where mark.told_at <= $1 and agreement.activated_at <= mark.told_at
  order by agreement.id, mark.told_at desc
$$;

revoke all on function directory.bookings_near, directory.agreements_near_end from public;
grant execute on function directory.bookings_near, directory.agreements_near_end to hub_activities;
