-- A booking that was confirmed and is changed may need its provider's approval again. Until that is decided it holds
-- both times: the new one, and the previous one, which it gets back if the provider says no.
alter table booking
  add column previous_starts_at timestamptz(3),
  add column previous_ends_at timestamptz(3),
  add column previous_quantity integer check (previous_quantity between 1 and 1000000),
  add column previous_buffer_minutes integer not null default 0,
  add constraint booking_previous_range check (previous_ends_at > previous_starts_at),
  add constraint booking_previous_is_whole check (
    (previous_starts_at is null) = (previous_ends_at is null) and (previous_starts_at is null) = (previous_quantity is null)),
  add constraint booking_previous_awaits check (previous_starts_at is null or state = 'REQUESTED'),
  -- A range of two nulls would be all time.
  add column previously_held tstzrange generated always as (
    case when previous_starts_at is not null
      then tstzrange(previous_starts_at, minutes_after(previous_ends_at, previous_buffer_minutes), '[)') end
  ) stored,
  -- Generated columns cannot use each other, so "held" is written out.
  add column taken tstzmultirange not null generated always as (
    tstzmultirange(tstzrange(starts_at, minutes_after(ends_at, buffer_minutes), '[)'))
    + case when previous_starts_at is null then tstzmultirange()
        else tstzmultirange(tstzrange(previous_starts_at, minutes_after(previous_ends_at, previous_buffer_minutes), '[)')) end
  ) stored;

alter table booking drop constraint booking_one_at_a_time;
alter table booking add constraint booking_one_at_a_time
  exclude using gist (resource_id with =, taken with &&) where (exclusive and state in ('REQUESTED', 'CONFIRMED'));
drop index booking_taken;
create index booking_taken on booking using gist (resource_id, taken) where (state in ('REQUESTED', 'CONFIRMED', 'DONE'));

-- What a booking takes, as periods without overlap. Where both of its times lie, it takes the greater quantity: it
-- will have one of them.
create function takings_of(held tstzrange, quantity integer, previously_held tstzrange, previous_quantity integer)
returns table (period tstzrange, amount integer)
language sql immutable parallel safe as $$
  select held, quantity
  union all
  select unnest(tstzmultirange(previously_held) - tstzmultirange(held)), previous_quantity
    where previously_held is not null
  union all
  select previously_held * held, previous_quantity - quantity
    where previously_held && held and previous_quantity > quantity
$$;

-- A time that is given back is had on the terms on which it was booked: with the buffer of then, and whatever was
-- blocked since, as for every booking that lies within a later blocking.
create or replace function keep_booking_rules() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if (new.starts_at, new.ends_at, new.resource_id) = (old.previous_starts_at, old.previous_ends_at, old.resource_id) then
      new.buffer_minutes := old.previous_buffer_minutes;
      return new;
    end if;
  end if;
  select resource.buffer_minutes into new.buffer_minutes from resource where id = new.resource_id;
  if exists (select from blocking where resource_id = new.resource_id and state = 'ACTIVE'
    and during && tstzrange(new.starts_at, new.ends_at)) then
    raise exclusion_violation using constraint = 'booking_not_while_blocked', message = 'The resource is blocked then.';
  end if;
  return new;
end
$$;

-- Whatever decides or cancels a booking, its previous time is held no longer.
create function keep_previous_time() returns trigger language plpgsql as $$
begin
  if new.state <> 'REQUESTED' then
    new.previous_starts_at := null;
    new.previous_ends_at := null;
    new.previous_quantity := null;
    new.previous_buffer_minutes := 0;
  elsif old.previous_starts_at is null and new.previous_starts_at is not null then
    new.previous_buffer_minutes := old.buffer_minutes;
  end if;
  return new;
end
$$;
create trigger booking_keeps_previous_time before update on booking
  for each row execute function keep_previous_time();
