-- An activity books its venue itself, in the transaction that schedules, moves or cancels it. The subgraph of activities
-- reads and writes no table of this schema: it asks these functions, which decide as "bookResource" does.

alter table booking add column activity_id uuid;
create index booking_activity on booking (activity_id) where activity_id is not null;

-- What is taken of a resource within a range. Bookings that are given up for the wanted one do not count.
create function taken_within(of_resource uuid, wanted tstzrange, given_up uuid[])
returns table (starts_at timestamptz, ends_at timestamptz, quantity integer)
language sql stable set search_path from current as $$
  select lower(part.period), upper(part.period), part.amount
  from booking cross join lateral takings_of(
    booking.held, booking.quantity, booking.previously_held, booking.previous_quantity) as part
  where booking.resource_id = of_resource and booking.state in ('REQUESTED', 'CONFIRMED', 'DONE')
    and booking.taken && wanted and part.period && wanted and booking.id <> all(given_up)
  union all
  -- What is offered to a unit that waits is held for it.
  select entry.starts_at, upper(entry.held), entry.quantity from waiting_entry as entry
  where entry.resource_id = of_resource and entry.state = 'OFFERED' and entry.held && wanted
$$;

-- Where the least is left of a resource within a range: the quantity, and from when to when, for the words of an error.
create function least_left(of_resource uuid, capacity integer, wanted tstzrange, given_up uuid[])
returns table (quantity integer, starts_at timestamptz, ends_at timestamptz)
language sql stable set search_path from current as $$
  with taken as (select * from taken_within(of_resource, wanted, given_up)),
  moment as (
    select lower(wanted) as at
    union select taken.starts_at from taken where taken.starts_at > lower(wanted)
    union select taken.ends_at from taken where taken.ends_at < upper(wanted)
  ),
  level as (
    select moment.at, coalesce((
      select sum(taken.quantity) from taken where moment.at >= taken.starts_at and moment.at < taken.ends_at
    ), 0)::integer as amount
    from moment
  ),
  most as (select at, amount from level order by amount desc, at limit 1)
  select capacity - most.amount, most.at,
    coalesce((select min(level.at) from level where level.at > most.at and level.amount <> most.amount), upper(wanted))
  from most
$$;

-- Books a venue for an activity, or moves the booking that it has, as "changeBooking" does: a confirmed one that needs
-- approval holds both times until it is decided. "asks" has it wait for the provider in any case. The answer has the booking or, in "obstacle", why it cannot be had: the state of the resource, a rule as "rule_obstacle"
-- gives it, or TAKEN with what is left.
create function directory.book_for_activity(wanted jsonb, at timestamptz) returns jsonb
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  venue resource;
  kept booking;
  starts timestamptz := (wanted ->> 'startsAt')::timestamptz;
  ends timestamptz := (wanted ->> 'endsAt')::timestamptz;
  own uuid := (wanted ->> 'id')::uuid;
  obstacle jsonb;
  least record;
  next_state text;
  is_back boolean := false;
begin
  -- Whoever books locks this row first: simultaneous callers are handled one after the other.
  select * into venue from resource where id = (wanted ->> 'resourceId')::uuid for update;
  select * into kept from booking
    where id = own and activity_id = (wanted ->> 'activityId')::uuid and state in ('REQUESTED', 'CONFIRMED') for update;
  if kept.id is not null then
    if (kept.starts_at, kept.ends_at) = (starts, ends) then
      return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state), 'isSame', true);
    end if;
    is_back := coalesce((kept.previous_starts_at, kept.previous_ends_at) = (starts, ends), false);
  end if;
  if venue.kind <> 'VENUE' or venue.state <> 'PUBLISHED' then
    return jsonb_build_object('obstacle', jsonb_build_object('rule', 'STATE', 'kind', venue.kind, 'state', venue.state));
  end if;
  if venue.has_rules and not is_back then
    obstacle := rule_obstacle(venue.id, starts, ends, at);
  end if;
  if obstacle is null and not is_back then
    select * into least from least_left(venue.id, coalesce(venue.capacity, 1),
      tstzrange(starts, minutes_after(ends, venue.buffer_minutes)), array[own]);
    if least.quantity < 1 then
      obstacle := jsonb_build_object('rule', 'TAKEN', 'left', least.quantity, 'start', least.starts_at, 'end', least.ends_at);
    end if;
  end if;
  if obstacle is not null then
    return jsonb_build_object('obstacle', obstacle, 'resource', jsonb_build_object('id', venue.id, 'title', venue.title,
      'capacity', venue.capacity, 'bufferMinutes', venue.buffer_minutes, 'hasRules', venue.has_rules,
      'limits', (select jsonb_build_object('minNoticeMinutes', min_notice_minutes, 'maxAheadDays', max_ahead_days,
        'slotMinutes', slot_minutes, 'maxLengthMinutes', max_length_minutes)
        from booking_rules where resource_id = venue.id)));
  end if;
  next_state := case
    when is_back then 'CONFIRMED'
    when (wanted ->> 'asks')::boolean or (venue.approval and venue.provider_id <> (wanted ->> 'organizationId')::uuid)
      then 'REQUESTED'
    else 'CONFIRMED' end;
  if kept.id is not null then
    update booking set starts_at = starts, ends_at = ends, state = next_state, updated_at = at, version = version + 1,
        exclusive = coalesce(venue.capacity, 1) = 1,
        previous_starts_at = case when next_state = 'CONFIRMED' then null
          when kept.state = 'CONFIRMED' then kept.starts_at else kept.previous_starts_at end,
        previous_ends_at = case when next_state = 'CONFIRMED' then null
          when kept.state = 'CONFIRMED' then kept.ends_at else kept.previous_ends_at end,
        previous_quantity = case when next_state = 'CONFIRMED' then null
          when kept.state = 'CONFIRMED' then kept.quantity else kept.previous_quantity end
      where id = own;
    return (select jsonb_build_object('booking', about(booking) || jsonb_build_object('state', booking.state),
      'before', jsonb_build_object('start', kept.starts_at, 'end', kept.ends_at)) from booking where id = own);
  end if;
  insert into booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
      starts_at, ends_at, quantity, exclusive, state, purpose, activity_id)
    values (own, at, at, venue.id, (wanted ->> 'organizationId')::uuid, venue.provider_id, venue.committee_id,
      starts, ends, 1, coalesce(venue.capacity, 1) = 1, next_state, wanted ->> 'purpose', (wanted ->> 'activityId')::uuid)
    returning * into kept;
  return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state));
end
$$;

-- Cancels the booking of an activity, if it is still held; the answer is the booking, or null.
create function directory.give_back_venue(of_activity uuid, of_booking uuid, why text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  gone booking;
begin
  perform from resource where id = (select resource_id from booking where id = of_booking) for update;
  update booking set state = 'CANCELLED', reason = why, updated_at = $4, version = version + 1
    where id = of_booking and activity_id = of_activity and state in ('REQUESTED', 'CONFIRMED') and ends_at > $4
    returning * into gone;
  return case when gone.id is not null then about(gone) end;
end
$$;

-- When a venue is taken and open within a range, so that an error names the nearest times.
create function directory.venue_times(of_resource uuid, starts timestamptz, ends timestamptz, held_until timestamptz, given_up uuid[])
returns jsonb
language sql stable security definer set search_path = resources, pg_temp as $$
  select jsonb_build_object(
    'takings', (select coalesce(jsonb_agg(jsonb_build_object(
        'startsAt', taken.starts_at, 'endsAt', taken.ends_at, 'quantity', taken.quantity)), '[]')
      from taken_within(of_resource, tstzrange(starts, held_until), given_up) as taken),
    'opening', (select coalesce(jsonb_agg(jsonb_build_object('start', lower(period), 'end', upper(period)) order by period), '[]')
      from unnest(opening(of_resource, tstzrange(starts, ends))) as period))
$$;

-- The bookings of activities, with what decides who may see them.
create view directory.activity_booking as
  select id, activity_id, resource_id, organization_id, provider_id, state, starts_at, ends_at from booking
  where activity_id is not null;

revoke all on function directory.book_for_activity, directory.give_back_venue, directory.venue_times from public;
grant execute on function directory.book_for_activity, directory.give_back_venue, directory.venue_times to hub_activities;
grant select on directory.activity_booking to hub_activities;
