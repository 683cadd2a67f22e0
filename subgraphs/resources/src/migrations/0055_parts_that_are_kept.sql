-- As in 0029; and whoever keeps a part of a time has that part on the terms on which the whole was booked: with the
-- buffer of then, and whatever was blocked since.
create or replace function keep_booking_rules() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if (new.starts_at, new.ends_at, new.resource_id) = (old.previous_starts_at, old.previous_ends_at, old.resource_id) then
      new.buffer_minutes := old.previous_buffer_minutes;
      return new;
    end if;
    if new.resource_id = old.resource_id and new.quantity <= old.quantity
      and tstzrange(old.starts_at, old.ends_at) @> tstzrange(new.starts_at, new.ends_at) then
      new.buffer_minutes := old.buffer_minutes;
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
