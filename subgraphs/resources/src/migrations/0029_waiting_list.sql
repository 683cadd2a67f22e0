-- Who waits for a time that is taken, and whom it is offered to when it becomes free. An offer holds its time against
-- everybody else, as a booking does: whatever asks how much is taken asks both tables.

create table waiting_entry (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource_id uuid not null,
  organization_id uuid not null,
  provider_id uuid not null,
  -- The order in which they joined, counted for each resource under the lock of its row.
  line_number integer not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  buffer_minutes integer not null default 0,
  held tstzrange not null
    generated always as (tstzrange(starts_at, minutes_after(ends_at, buffer_minutes), '[)')) stored,
  quantity integer not null check (quantity between 1 and 1000000),
  purpose text,
  state text not null check (state in ('WAITING', 'OFFERED', 'BOOKED', 'LAPSED', 'WITHDRAWN')),
  offered_until timestamptz(3),
  booking_id uuid references booking,
  foreign key (resource_id, provider_id) references resource (id, provider_id) on update cascade,
  unique (resource_id, line_number),
  constraint waiting_entry_range check (ends_at > starts_at),
  constraint waiting_entry_offered check (state <> 'OFFERED' or offered_until is not null),
  constraint waiting_entry_booked check ((state = 'BOOKED') = (booking_id is not null))
);
create index waiting_entry_open on waiting_entry (resource_id, line_number) where state in ('WAITING', 'OFFERED');
create index waiting_entry_held on waiting_entry using gist (resource_id, held) where state = 'OFFERED';
create index waiting_entry_organization on waiting_entry (organization_id, id desc);
create index waiting_entry_provider on waiting_entry (provider_id, id desc);
create trigger waiting_entry_of_active_unit before insert on waiting_entry
  for each row execute function require_active_unit();

-- As in 0026; and what is offered to one unit is not booked by another, whatever the code above it does.
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
  if new.exclusive and exists (select from waiting_entry where resource_id = new.resource_id and state = 'OFFERED'
    and organization_id <> new.organization_id
    and held && tstzrange(new.starts_at, minutes_after(new.ends_at, new.buffer_minutes))) then
    raise exclusion_violation using constraint = 'booking_not_while_offered',
      message = 'The time is offered to another unit.';
  end if;
  return new;
end
$$;

-- An offer awaits the unit until its time is over.
create function waiting_entry_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'ANSWER_OFFER',
    'recordId', id,
    'organizationId', organization_id,
    'state', case state when 'OFFERED' then 'OPEN' when 'LAPSED' then 'LAPSED' else 'DONE' end,
    'opensAt', updated_at,
    'dueAt', offered_until,
    'closesAt', offered_until,
    'facts', jsonb_build_object(
      'resource', jsonb_build_object('record', jsonb_build_array('Resource', resource_id)),
      'during', jsonb_build_object('from', starts_at, 'to', ends_at)
    )
  )), '[]')
  from waiting_entry where id = any(ids) and offered_until is not null
$$;

create function keep_waiting_entry_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed where offered_until is not null);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('WaitingEntry', ids, waiting_entry_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger waiting_entry_tasks_of_changed after update on waiting_entry
  referencing new table as changed for each statement execute function keep_waiting_entry_tasks();

-- As in 0021; and whoever has ended waits no longer.
create or replace function directory.end_resources_of_unit(unit_id uuid, why text, moment timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = resources, pg_temp as $$
begin
  perform from resource where provider_id = unit_id order by id for update;
  update waiting_entry set state = 'WITHDRAWN', updated_at = moment, version = version + 1
    where organization_id = unit_id and state in ('WAITING', 'OFFERED');
  return query update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
    where (organization_id = unit_id or provider_id = unit_id) and state in ('REQUESTED', 'CONFIRMED') and starts_at > moment
    returning 'Booking.CANCELLED', about(booking);
  -- Nobody else has seen a draft.
  delete from resource where provider_id = unit_id and state = 'DRAFT'
    and not exists (select from commitment where resource_id = resource.id);
  delete from need where organization_id = unit_id and state = 'DRAFT';
  update resource set state = 'WITHDRAWN', published_at = coalesce(published_at, moment), withdrawn_at = moment, withdraw_reason = why,
      updated_at = moment, version = version + 1
    where provider_id = unit_id and state = 'DRAFT';
  return query update resource set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where provider_id = unit_id and state = 'PUBLISHED' returning 'Resource.WITHDRAWN', about(resource);
  return query update need set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'PUBLISHED' returning 'Need.WITHDRAWN', about(need);
end $$;

-- As in 0017; and a unit that was merged waits as the one that it was merged into.
create or replace function directory.merge_resources_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = resources, pg_temp as $$
declare
  place record;
  given uuid[];
begin
  select region_code, region_path, alliance_code into place from directory.organization where id = target;
  perform from resource where provider_id = source order by id for update;
  given := array(select id from resource where provider_id = source);
  -- What was withdrawn keeps the place where it was offered; so does what stands on a committee's list.
  update resource set provider_id = target, updated_at = moment, version = version + 1,
      region_code = case when committee_id is null and state <> 'WITHDRAWN' then place.region_code else region_code end,
      region_path = case when committee_id is null and state <> 'WITHDRAWN' then place.region_path else region_path end,
      alliance_code = case when committee_id is null and state <> 'WITHDRAWN' then place.alliance_code else alliance_code end
    where provider_id = source;
  update need set organization_id = target, updated_at = moment, version = version + 1,
      region_code = case when committee_id is null and state <> 'WITHDRAWN' then place.region_code else region_code end,
      region_path = case when committee_id is null and state <> 'WITHDRAWN' then place.region_path else region_path end,
      alliance_code = case when committee_id is null and state <> 'WITHDRAWN' then place.alliance_code else alliance_code end
    where organization_id = source;
  update booking set organization_id = case organization_id when source then target else organization_id end,
      updated_at = moment, version = version + 1
    where organization_id = source or resource_id = any(given);
  update waiting_entry set organization_id = target, updated_at = moment, version = version + 1
    where organization_id = source;

  -- An agreement that both have signed keeps both as its parties: so it was signed. The one that is left keeps the
  -- promises of both.
  perform from agreement where party_ids @> array[source] order by id for update;
  update agreement_party as party set organization_id = target,
      text_organization_id = case when content_hash is not null then coalesce(party.text_organization_id, source) end
    from agreement where agreement.id = party.agreement_id and party.organization_id = source and not agreement.party_ids @> array[target];
  update commitment set organization_id = target, updated_at = moment, version = commitment.version + 1,
      text_organization_id = case when content_hash is not null then coalesce(commitment.text_organization_id, source) end
    from agreement where agreement.id = commitment.agreement_id and commitment.organization_id = source;
  update agreement set party_ids = array_replace(party_ids, source, target), updated_at = moment, version = version + 1
    where party_ids @> array[source] and not party_ids @> array[target];
end $$;
