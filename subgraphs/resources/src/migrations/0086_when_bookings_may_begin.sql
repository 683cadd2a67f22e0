-- The times of which a resource's rules allow bookings at an instant: from its shortest notice on, in whole minutes, to the end of
-- the last day on which a booking may begin, as "rule_obstacle" counts it. All times where the instant is null.
create function bookable_range(booking_rules, at timestamptz) returns tstzrange
language sql immutable parallel safe as $$
  select tstzrange(
    case when $1.min_notice_minutes > 0
      then date_trunc('minute', at + make_interval(mins => $1.min_notice_minutes) + interval '59.999999 seconds') end,
    ((at at time zone 'Asia/Shanghai')::date + $1.max_ahead_days + 1)::timestamp at time zone 'Asia/Shanghai')
$$;
