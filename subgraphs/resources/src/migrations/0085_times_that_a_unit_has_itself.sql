-- A unit does not wait for what it holds itself: it would be offered its own time, before others who wait for it.

-- How much a unit's own open bookings take of a resource within a time: periods that cover it without gaps.
create function own_levels(of_resource uuid, unit_id uuid, wanted tstzrange)
returns table (starts_at timestamptz, ends_at timestamptz, amount integer)
language sql stable set search_path from current as $$
  with own as (
    select part.period, part.amount
    from booking cross join lateral takings_of(
      booking.held, booking.quantity, booking.previously_held, booking.previous_quantity) as part
    where booking.resource_id = of_resource and booking.organization_id = unit_id
      and booking.state in ('REQUESTED', 'CONFIRMED') and booking.taken && wanted and part.period && wanted
  ),
  moment as (
    select lower(wanted) as at
    union select lower(period) from own where lower(period) > lower(wanted)
    union select upper(period) from own where upper(period) < upper(wanted)
  )
  select at, lead(at, 1, upper(wanted)) over (order by at),
    coalesce((select sum(own.amount) from own where own.period @> moment.at), 0)::integer
  from moment
$$;

-- The part of a time in which a unit's own bookings leave no room for what it wants besides, whatever others have booked. With a
-- capacity of one, that is all that it holds; of five, whoever holds two may have two more, and not four.
create function own_in_the_way(awaited resource, unit_id uuid, wanted tstzrange, quantity integer) returns tstzmultirange
language sql stable set search_path from current as $$
  select coalesce(range_agg(tstzrange(starts_at, ends_at)), '{}') from own_levels($1.id, $2, $3)
  where amount + $4 > coalesce($1.capacity, 1)
$$;

-- What the unit held of the time when it began to wait: it waits for more than that.
alter table waiting_entry add column held_before integer not null default 0;

create function note_held_before() returns trigger language plpgsql set search_path from current as $$
begin
  select max(amount) into new.held_before
    from own_levels(new.resource_id, new.organization_id, tstzrange(new.starts_at, new.ends_at));
  return new;
end
$$;
create trigger waiting_entry_held_before before insert on waiting_entry
  for each row execute function note_held_before();

-- Whether a unit that waits has got what it waits for in another way: so much more than it held before, at each moment, or as
-- much where it cannot have both.
create function is_had(waiting_entry, awaited resource) returns boolean
language sql stable set search_path from current as $$
  select bool_and(amount >= $1.quantity
    and (amount >= $1.held_before + $1.quantity or amount + $1.quantity > coalesce($2.capacity, 1)))
  from own_levels($2.id, $1.organization_id, tstzrange($1.starts_at, $1.ends_at))
$$;

-- As in 0061; and of what a unit has got itself.
create or replace function told_of(waiting_entry, at timestamptz) returns text language sql immutable as $$
  select case $1.state when 'OFFERED' then 'WaitingEntry.OFFERED' when 'WITHDRAWN' then 'WaitingEntry.HAD'
    else case when $1.offered_until <= $2 then 'WaitingEntry.LAPSED' else 'WaitingEntry.IN_VAIN' end end
$$;

-- As in 0070; and whoever has got the time waits for it no longer.
create or replace function move_waiting_on(of_resource uuid, at timestamptz, given_up uuid[]) returns setof waiting_entry
language plpgsql set search_path from current as $$
declare
  awaited resource;
  entry waiting_entry;
begin
  if not exists (select from waiting_entry where resource_id = of_resource and state in ('WAITING', 'OFFERED')) then
    return;
  end if;
  select * into awaited from resource where id = of_resource;
  return query update waiting_entry set state = 'LAPSED', updated_at = at, version = version + 1
    where resource_id = of_resource and state in ('WAITING', 'OFFERED') and id <> all(given_up)
      and ends_now(waiting_entry, awaited, at)
    returning *;
  return query update waiting_entry set state = 'WITHDRAWN', updated_at = at, version = version + 1
    where resource_id = of_resource and state = 'WAITING' and id <> all(given_up) and is_had(waiting_entry, awaited)
    returning *;
  for entry in select * from waiting_entry
    where resource_id = of_resource and state = 'WAITING' and id <> all(given_up) order by line_number
  loop
    continue when not can_be_offered(entry, awaited, at, given_up);
    return query update waiting_entry set state = 'OFFERED', offered_until = offer_ends(entry.starts_at, at),
        buffer_minutes = awaited.buffer_minutes, updated_at = at, version = version + 1
      where id = entry.id and state = 'WAITING' returning *;
  end loop;
end
$$;

-- As in 0073; and of who has got the time.
create or replace function changing_lists(at timestamptz) returns setof uuid
language sql stable set search_path from current as $$
  select distinct entry.resource_id
  from waiting_entry as entry join resource as awaited on awaited.id = entry.resource_id
  where entry.state in ('WAITING', 'OFFERED') and case
    when ends_now(entry, awaited, at) then true
    else entry.state = 'WAITING' and (is_had(entry, awaited) or can_be_offered(entry, awaited, at, '{}')) end
$$;

-- As in 0076; and a host that waited for the room that its activity has got waits no longer.
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
  amount integer := 1;
  has text;
begin
  -- Whoever books locks this row first: simultaneous callers are handled one after the other.
  select * into venue from resource where id = (wanted ->> 'resourceId')::uuid for update;
  select * into kept from booking
    where id = own and activity_id = (wanted ->> 'activityId')::uuid and state in ('REQUESTED', 'CONFIRMED') for update;
  if kept.id is not null then
    if (kept.starts_at, kept.ends_at) = (starts, ends) then
      return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state), 'isSame', true);
    end if;
    amount := kept.quantity;
    has := kept_of(kept, starts, ends, amount);
  elsif exists (select from booking where id = own) then
    return jsonb_build_object('isOver', true, 'isOffered', venue.kind = 'VENUE' and venue.state = 'PUBLISHED');
  end if;
  if venue.kind <> 'VENUE' or venue.state <> 'PUBLISHED' then
    return jsonb_build_object('obstacle', jsonb_build_object('rule', 'STATE', 'kind', venue.kind, 'state', venue.state));
  end if;
  select coalesce(jsonb_agg(about(entry)), '[]') into moved from move_waiting_on(venue.id, at, '{}') as entry;
  if venue.has_rules and has is null then
    obstacle := rule_obstacle(venue.id, starts, ends, at);
  elsif venue.has_rules and has = 'PART' then
    obstacle := slot_obstacle((select booking_rules from booking_rules where resource_id = venue.id), starts, ends);
  end if;
  if obstacle is null and has is null then
    select * into least from least_left(venue.id, coalesce(venue.capacity, 1),
      tstzrange(starts, minutes_after(ends, venue.buffer_minutes)), array[own]);
    if least.quantity < amount then
      obstacle := jsonb_build_object('rule', 'TAKEN', 'wanted', amount, 'left', least.quantity,
        'start', least.starts_at, 'end', least.ends_at);
    end if;
  end if;
  if obstacle is not null then
    return jsonb_build_object('obstacle', obstacle, 'isPart', has is not null, 'moved', moved, 'resource', jsonb_build_object('id', venue.id, 'title', venue.title,
      'capacity', venue.capacity, 'bufferMinutes', venue.buffer_minutes, 'hasRules', venue.has_rules,
      'limits', (select jsonb_build_object('minNoticeMinutes', min_notice_minutes, 'maxAheadDays', max_ahead_days,
        'slotMinutes', slot_minutes, 'maxLengthMinutes', max_length_minutes)
        from booking_rules where resource_id = venue.id)));
  end if;
  next_state := case
    when has = 'PREVIOUS' or has = 'PART' and kept.state = 'CONFIRMED' then 'CONFIRMED'
    when (wanted ->> 'asks')::boolean or not is_shared_with(venue, (wanted ->> 'organizationId')::uuid, at)
      or (venue.approval and venue.provider_id <> (wanted ->> 'organizationId')::uuid)
      then 'REQUESTED'
    else 'CONFIRMED' end;
  if kept.id is not null then
    update booking set starts_at = starts, ends_at = ends, state = next_state, purpose = wanted ->> 'purpose', updated_at = at, version = version + 1,
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
  -- The host may have waited for it.
  select moved || coalesce(jsonb_agg(about(entry)), '[]') into moved from move_waiting_on(venue.id, at, '{}') as entry;
  return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state), 'moved', moved);
end
$$;
