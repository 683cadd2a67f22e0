-- Whoever waits goes first, whichever way somebody else books: this is decided in the database, because an activity books
-- its venue from another subgraph.

create function about(waiting_entry) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'resourceId', $1.resource_id,
    'startsAt', $1.starts_at, 'endsAt', $1.ends_at, 'state', $1.state, 'offeredUntil', $1.offered_until)
$$;

-- As in 0032; offers can be given up, too.
create or replace function taken_within(of_resource uuid, wanted tstzrange, given_up uuid[])
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
  where entry.resource_id = of_resource and entry.state = 'OFFERED' and entry.held && wanted and entry.id <> all(given_up)
$$;

-- Until when an offer can be accepted: for 24 hours, and at most until two hours before its start; if it starts sooner,
-- for 30 minutes, and never after its start.
create function offer_ends(starts timestamptz, at timestamptz) returns timestamptz
language sql immutable parallel safe as $$
  select least(greatest(least(at + interval '24 hours', starts - interval '2 hours'), at + interval '30 minutes'), starts)
$$;

-- Ends the offers whose time is over and the waiting for what has begun or is gone, and offers what is free, in the order
-- in which units joined: each of those whose wish can be had. The caller holds the lock of the resource's row. The answer
-- has the entries that changed, so that their units are told. What is given up (bookings and entries) takes nothing.
create function move_waiting_on(of_resource uuid, at timestamptz, given_up uuid[]) returns setof waiting_entry
language plpgsql set search_path from current as $$
declare
  awaited resource;
  entry waiting_entry;
  left_over integer;
begin
  if not exists (select from waiting_entry where resource_id = of_resource and state in ('WAITING', 'OFFERED')) then
    return;
  end if;
  select * into awaited from resource where id = of_resource;
  return query update waiting_entry set state = 'LAPSED', updated_at = at, version = version + 1
    where resource_id = of_resource and state in ('WAITING', 'OFFERED') and id <> all(given_up)
      and (awaited.state <> 'PUBLISHED' or coalesce(offered_until, starts_at) <= at)
    returning *;
  for entry in select * from waiting_entry
    where resource_id = of_resource and state = 'WAITING' and id <> all(given_up) order by line_number
  loop
    select quantity into left_over from least_left(of_resource, coalesce(awaited.capacity, 1),
      tstzrange(entry.starts_at, minutes_after(entry.ends_at, awaited.buffer_minutes)), given_up);
    continue when left_over < entry.quantity;
    continue when awaited.has_rules and rule_obstacle(of_resource, entry.starts_at, entry.ends_at, at) is not null;
    return query update waiting_entry set state = 'OFFERED', offered_until = offer_ends(entry.starts_at, at),
        buffer_minutes = awaited.buffer_minutes, updated_at = at, version = version + 1
      where id = entry.id returning *;
  end loop;
end
$$;

-- As in 0032; and whoever waits is moved on first, and again where a time is given up. "moved" has the entries.
create or replace function directory.book_for_activity(wanted jsonb, at timestamptz) returns jsonb
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  venue resource;
  kept booking;
  starts timestamptz := (wanted ->> 'startsAt')::timestamptz;
  ends timestamptz := (wanted ->> 'endsAt')::timestamptz;
  own uuid := (wanted ->> 'id')::uuid;
  moved jsonb;
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
  select coalesce(jsonb_agg(about(entry)), '[]') into moved from move_waiting_on(venue.id, at, '{}') as entry;
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
    select moved || coalesce(jsonb_agg(about(entry)), '[]') into moved from move_waiting_on(venue.id, at, '{}') as entry;
    return (select jsonb_build_object('booking', about(booking) || jsonb_build_object('state', booking.state),
      'before', jsonb_build_object('start', kept.starts_at, 'end', kept.ends_at), 'moved', moved)
      from booking where id = own);
  end if;
  insert into booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
      starts_at, ends_at, quantity, exclusive, state, purpose, activity_id)
    values (own, at, at, venue.id, (wanted ->> 'organizationId')::uuid, venue.provider_id, venue.committee_id,
      starts, ends, 1, coalesce(venue.capacity, 1) = 1, next_state, wanted ->> 'purpose', (wanted ->> 'activityId')::uuid)
    returning * into kept;
  return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state), 'moved', moved);
end
$$;

-- As in 0032; and the time goes to whoever waits for it. "moved", beside what is told of the booking, has their entries.
create or replace function directory.give_back_venue(of_activity uuid, of_booking uuid, why text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  gone booking;
begin
  perform from resource where id = (select resource_id from booking where id = of_booking) for update;
  update booking set state = 'CANCELLED', reason = why, updated_at = $4, version = version + 1
    where id = of_booking and activity_id = of_activity and state in ('REQUESTED', 'CONFIRMED') and ends_at > $4
    returning * into gone;
  if gone.id is null then
    return null;
  end if;
  return about(gone) || jsonb_build_object('moved', (select coalesce(jsonb_agg(about(entry)), '[]')
    from move_waiting_on(gone.resource_id, $4, '{}') as entry));
end
$$;

-- Locks venues in the order in which whoever books several things locks them: an activity that changes its venue gives
-- one back and books the other.
create function directory.lock_venues(ids uuid[]) returns void
language sql security definer set search_path = resources, pg_temp as $$
  select from resource where id = any(ids) order by id for update
$$;

-- When which unit has what; what for is not in it.
create view directory.booking as
  select id, resource_id, organization_id, provider_id, activity_id, state, starts_at, ends_at from booking;

revoke all on function directory.lock_venues from public;
grant execute on function directory.lock_venues to hub_activities;
grant select on directory.booking to hub_activities;
