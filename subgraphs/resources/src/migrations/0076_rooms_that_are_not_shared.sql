-- An activity has a room that is not shared with its host only as its owner decides, also after the owner has refused it once; and
-- what the room is for follows the activity, so that the owner does not read what only the parties may see.

-- As in 0071; and whoever the room is not shared with asks for it, and a move says anew what it is for.
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
  return jsonb_build_object('booking', about(kept) || jsonb_build_object('state', kept.state), 'moved', moved);
end
$$;

-- What the bookings of an activity are for from now on; their rooms are locked. Where nobody but its parties may see it any more,
-- also those that are over say nothing.
create function directory.name_bookings(of_activity uuid, wanted text, at timestamptz) returns void
language sql security definer set search_path = resources, pg_temp as $$
  update booking set purpose = wanted, updated_at = at, version = version + 1
    where activity_id = of_activity and purpose is distinct from wanted
      and (wanted is null or state in ('REQUESTED', 'CONFIRMED'))
$$;

-- Locks some rooms, and all that an activity has booked or had, in the order in which everybody locks several.
create function directory.lock_venues_of(activity uuid, ids uuid[]) returns void
language sql security definer set search_path = resources, pg_temp as $$
  select from resource where id = any(ids) or id in (select resource_id from booking where activity_id = $1)
    order by id for update
$$;

revoke all on function directory.name_bookings, directory.lock_venues_of from public;
grant execute on function directory.name_bookings, directory.lock_venues_of to hub_activities;
