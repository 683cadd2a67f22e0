-- Whoever gives a part of a booked time back is refused by no notice and no limit of how far ahead, also where an activity
-- has booked the time. What a wanted time is of a booked one is said here alone.

-- What a booking has of a wanted time and quantity: 'PREVIOUS', its confirmed time, which it gets back; 'PART', some of its
-- own time; null: less than all.
create function kept_of(booking, starts timestamptz, ends timestamptz, amount integer) returns text
language sql immutable as $$
  select case
    when ($1.previous_starts_at, $1.previous_ends_at, $1.previous_quantity) = ($2, $3, $4) then 'PREVIOUS'
    when $4 <= $1.quantity and tstzrange($1.starts_at, $1.ends_at) @> tstzrange($2, $3) then 'PART'
  end
$$;

-- Whether a time begins and ends with a slot. A part must, too; no other rule is a reason to keep what is not needed.
create function slot_obstacle(booking_rules, starts timestamptz, ends timestamptz) returns jsonb
language sql stable as $$
  select jsonb_build_object('rule', 'SLOT', 'minutes', $1.slot_minutes)
  where extract(epoch from ($2 at time zone 'Asia/Shanghai')::time) % ($1.slot_minutes * 60) <> 0
    or extract(epoch from ($3 at time zone 'Asia/Shanghai')::time) % ($1.slot_minutes * 60) <> 0
$$;

-- As in 0024; and slots are looked at by the function above.
create or replace function rule_obstacle(of_resource uuid, starts timestamptz, ends timestamptz, at timestamptz) returns jsonb
language plpgsql stable set search_path from current as $$
declare
  rules booking_rules;
  ragged jsonb;
  blocked blocking;
  closed holiday;
begin
  select * into rules from booking_rules where resource_id = of_resource;
  if starts < at + make_interval(mins => rules.min_notice_minutes) and rules.min_notice_minutes > 0 then
    return jsonb_build_object('rule', 'NOTICE', 'minutes', rules.min_notice_minutes);
  end if;
  if (starts at time zone 'Asia/Shanghai')::date > (at at time zone 'Asia/Shanghai')::date + rules.max_ahead_days then
    return jsonb_build_object('rule', 'AHEAD', 'days', rules.max_ahead_days);
  end if;
  if ends - starts > make_interval(mins => rules.max_length_minutes) then
    return jsonb_build_object('rule', 'LENGTH', 'minutes', rules.max_length_minutes);
  end if;
  ragged := slot_obstacle(rules, starts, ends);
  if ragged is not null then
    return ragged;
  end if;
  if opening(of_resource, tstzrange(starts, ends)) @> tstzrange(starts, ends) then
    return null;
  end if;
  select * into blocked from blocking where resource_id = of_resource and state = 'ACTIVE'
    and during && tstzrange(starts, ends) order by starts_at limit 1;
  if found then
    return jsonb_build_object('rule', 'BLOCKED', 'reason', blocked.reason, 'start', blocked.starts_at, 'end', blocked.ends_at);
  end if;
  if rules.on_holidays = 'CLOSED' then
    select * into closed from holiday where is_off
      and day between (starts at time zone 'Asia/Shanghai')::date
        and ((ends - interval '1 microsecond') at time zone 'Asia/Shanghai')::date order by day limit 1;
    if found then
      return jsonb_build_object('rule', 'HOLIDAY', 'name', closed.name, 'day', closed.day);
    end if;
  end if;
  return jsonb_build_object('rule', 'CLOSED');
end
$$;

-- As in 0055; and what is kept is said by the function above.
create or replace function keep_booking_rules() returns trigger language plpgsql set search_path from current as $$
declare
  kept text;
begin
  if tg_op = 'UPDATE' and new.resource_id = old.resource_id then
    kept := kept_of(old, new.starts_at, new.ends_at, new.quantity);
    if kept is not null then
      new.buffer_minutes := case kept when 'PREVIOUS' then old.previous_buffer_minutes else old.buffer_minutes end;
      return new;
    end if;
  end if;
  select resource.buffer_minutes into new.buffer_minutes from resource where id = new.resource_id;
  if exists (select from blocking where resource_id = new.resource_id and state = 'ACTIVE'
    and during && tstzrange(new.starts_at, new.ends_at)) then
    raise exclusion_violation using constraint = 'booking_not_while_blocked', message = 'The resource is blocked then.';
  end if;
  if new.exclusive and exists (select from waiting_entry where resource_id = new.resource_id and state = 'OFFERED'
    and organization_id <> new.organization_id
    and held && tstzrange(new.starts_at, minutes_after(new.ends_at, new.buffer_minutes))) then
    raise exclusion_violation using constraint = 'booking_not_while_offered',
      message = 'The time is offered to another unit.';
  end if;
  return new;
end
$$;

-- As in 0046; a part of a room that is given back keeps no rule but that of slots; and a room of which more than one is booked
-- is moved with all of them.
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
    when has = 'PREVIOUS' then 'CONFIRMED'
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
