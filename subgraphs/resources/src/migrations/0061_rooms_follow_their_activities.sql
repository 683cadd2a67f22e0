-- The room of an activity follows it: to the unit that hosts it from now on, or back to its owner. The subgraph of
-- activities asks for that, also while a unit leaves a committee, and gets what concerns others as 0021 describes it.

-- What is told of an entry that "move_waiting_on" has changed.
create function told_of(waiting_entry, at timestamptz) returns text language sql immutable as $$
  select case when $1.state = 'OFFERED' then 'WaitingEntry.OFFERED'
    when $1.offered_until <= $2 then 'WaitingEntry.LAPSED' else 'WaitingEntry.IN_VAIN' end
$$;

-- Whether a unit may book a resource: its liaisons see it, by the rule of sharing (kit/sharing/src/listed.ts).
create function is_shared_with(resource, unit_id uuid, at timestamptz) returns boolean
language sql stable set search_path from current as $$
  select $1.state = 'PUBLISHED' and case
    when $1.provider_id = $2 or $1.audience = 'PUBLIC' then true
    when $1.audience = 'ALLIANCE' then exists (
      select from directory.organization where id = $2 and alliance_code = $1.alliance_code)
    when $1.audience = 'COMMITTEE' then exists (
      select from directory.membership
      where committee_id = $1.committee_id and organization_id = $2 and (last_day is null or last_day >= day_of($3))
      union all
      select from directory.committee where id = $1.committee_id and organization_id = $2)
    else false end
$$;

-- Hands the booking of an activity over to the heir, with the time and the state that it has: nobody who waits comes in
-- between. Where there is no heir, or the owner does not share the room with it, the booking is cancelled and the time
-- goes to whoever waits. Nothing happens to a booking that is over.
create function directory.settle_venue(of_activity uuid, of_booking uuid, heir uuid, why text, at timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  venue resource;
  kept booking;
begin
  select * into venue from resource where id = (select resource_id from booking where id = of_booking) for update;
  select * into kept from booking
    where id = of_booking and activity_id = of_activity and state in ('REQUESTED', 'CONFIRMED') and ends_at > at
    for update;
  if kept.id is null or kept.organization_id = heir then
    return;
  end if;
  if heir is not null and is_shared_with(venue, heir, at) then
    return query update booking set organization_id = heir, updated_at = at, version = version + 1
      where id = kept.id
      returning 'Booking.HANDED_OVER', about(booking) || jsonb_build_object('previousId', kept.organization_id, 'isOfActivity', true);
    return;
  end if;
  return query update booking set state = 'CANCELLED', reason = why, updated_at = at, version = version + 1
    where id = kept.id returning 'Booking.CANCELLED', about(booking) || '{"isOfActivity": true}';
  return query select told_of(entry, at), about(entry) from move_waiting_on(venue.id, at, '{}') as entry;
end
$$;

revoke all on function directory.settle_venue from public;
grant execute on function directory.settle_venue to hub_activities;
-- What goes with its activity is not settled by itself when its unit leaves.
grant select on directory.activity_booking to hub_members;
