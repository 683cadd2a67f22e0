-- The room of an activity is asked for if whoever plans it may not book for the host. If the host itself offers the room, it
-- says yes by accepting: it would have had its own room at once.

-- Confirms the request for a room that its owner hosts in, as the answer of a provider does: a time that was blocked since stays
-- for the owner to decide. Returns what concerns whoever waits, as 0021 describes it; each unit is told once that it waits on
-- for what is taken. The booking itself concerns nobody but the host.
create function directory.confirm_own_venue(of_activity uuid, of_booking uuid, host uuid, at timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  kept booking;
begin
  perform from resource where id = (select resource_id from booking where id = of_booking) for update;
  select * into kept from booking
    where id = of_booking and activity_id = of_activity and state = 'REQUESTED' and ends_at > at
      and organization_id = host and provider_id = host
    for update;
  if kept.id is null or exists (
    select from blocking where resource_id = kept.resource_id and state = 'ACTIVE'
      and during && tstzrange(kept.starts_at, kept.ends_at)) then
    return;
  end if;
  update booking set state = 'CONFIRMED', previous_starts_at = null, previous_ends_at = null, previous_quantity = null,
      updated_at = at, version = version + 1
    where id = kept.id;
  return query select told_of(entry, at), about(entry) from move_waiting_on(kept.resource_id, at, '{}') as entry;
  return query select 'WaitingEntry.TAKEN', about(entry) from waiting_entry as entry
    where entry.id in (
      select distinct on (waiting.organization_id) waiting.id from waiting_entry as waiting
      where waiting.resource_id = kept.resource_id and waiting.state = 'WAITING' and waiting.organization_id <> host
        and waiting.starts_at < kept.ends_at and waiting.ends_at > kept.starts_at
      order by waiting.organization_id, waiting.starts_at, waiting.line_number)
    order by entry.starts_at, entry.line_number;
end
$$;

revoke all on function directory.confirm_own_venue from public;
grant execute on function directory.confirm_own_venue to hub_activities;
