-- What becomes of a unit's records here when it moves, ends or merges into another one. The subgraph
-- `organizations` decides that, in its own transaction, and may do exactly this here.

-- Nothing new for a unit that has ended or was merged. The shared lock makes a unit that ends wait for those who
-- write for it, so that it leaves nothing behind (organizations, organization.service.ts).
create function require_active_unit() returns trigger language plpgsql set search_path from current as $$
declare
  named uuid;
begin
  if tg_table_name = 'resource' then
    named := new.provider_id;
  else
    named := new.organization_id;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('organization'), hashtext(named::text) & 255);
  if exists (select from directory.merged_organization where from_id = named)
    or exists (select from directory.organization where id = named and state = 'ENDED') then
    raise exception 'organisation % has ended', named using errcode = 'check_violation', constraint = 'organization_active';
  end if;
  return new;
end $$;
create trigger resource_of_active_unit before insert on resource for each row execute function require_active_unit();
create trigger need_of_active_unit before insert on need for each row execute function require_active_unit();
create trigger booking_of_active_unit before insert on booking for each row execute function require_active_unit();
create trigger agreement_party_of_active_unit before insert on agreement_party for each row execute function require_active_unit();

-- A booking follows its resource when that gets another provider.
alter table booking drop constraint booking_resource_id_provider_id_fkey,
  add foreign key (resource_id, provider_id) references resource (id, provider_id) on update cascade;

-- The text of an agreement, and what was signed, names the organisations that it named when it was proposed, and so
-- does its content hash. If one of them is merged into another, that one is the party from then on.
alter table agreement_party add column text_organization_id uuid;
alter table commitment add column text_organization_id uuid;

-- The organisations that ids lead to now, in order.
create function present_units(ids uuid[]) returns uuid[] language sql stable set search_path from current as $$
  select array_agg(coalesce(into_id, id) order by position)
  from unnest($1) with ordinality as named (id, position) left join directory.merged_organization on from_id = id
$$;

create or replace function keep_agreement() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s is %s: it is terminated, not deleted', old.id, old.state));
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s starts as DRAFT, then is proposed and signed', new.id));
    end if;
    return new;
  end if;

  if old.state <> 'DRAFT' and ((new.id, new.committee_id, new.title, new.term_from, new.term_to)
      is distinct from (old.id, old.committee_id, old.title, old.term_from, old.term_to)
    or new.party_ids is distinct from old.party_ids and new.party_ids is distinct from present_units(old.party_ids)) then
    perform refuse_agreement(format('agreement %s is %s: its text cannot change', old.id, old.state));
  end if;
  if old.content_hash is not null and new.state <> 'DRAFT' and new.content_hash is distinct from old.content_hash then
    perform refuse_agreement(format('agreement %s is %s: its content hash cannot change', old.id, old.state));
  end if;
  if old.activated_at is not null and new.activated_at is distinct from old.activated_at then
    perform refuse_agreement(format('agreement %s has been activated at %s', old.id, old.activated_at));
  end if;
  if new.state = old.state then
    return new;
  end if;

  case old.state || ' to ' || new.state
    when 'DRAFT to PROPOSED' then
      if new.party_ids is distinct from
        (select array_agg(organization_id order by position) from agreement_party where agreement_id = new.id) then
        perform refuse_agreement(format('agreement %s: party_ids are not its parties in order', new.id));
      end if;
    when 'PROPOSED to DRAFT' then
      if exists (select from agreement_party where agreement_id = new.id and signed_at is not null) then
        perform refuse_agreement(format('agreement %s has been signed and cannot become a draft', new.id));
      end if;
    when 'PROPOSED to ACTIVE' then
      if exists (select from agreement_party where agreement_id = new.id and signed_hash is distinct from new.content_hash) then
        perform refuse_agreement(format('agreement %s is not signed by all parties', new.id));
      end if;
    when 'PROPOSED to TERMINATED', 'ACTIVE to TERMINATED' then
      null;
    else
      perform refuse_agreement(format('agreement %s cannot go from %s to %s', new.id, old.state, new.state));
  end case;
  return new;
end $$;

create or replace function keep_agreement_party() returns trigger language plpgsql set search_path from current as $$
declare
  held agreement;
begin
  select * into held from agreement
    where id = case when tg_op = 'INSERT' then new.agreement_id else old.agreement_id end for share;
  if tg_op = 'UPDATE' then
    -- The organisation that it was merged into; the text keeps the one that it names.
    if exists (select from directory.merged_organization where from_id = old.organization_id and into_id = new.organization_id)
      and new.text_organization_id is not distinct from
        (case when held.content_hash is not null then coalesce(old.text_organization_id, old.organization_id) end)
      and (new.agreement_id, new.position, new.signed_at, new.signed_by, new.signed_hash)
        is not distinct from (old.agreement_id, old.position, old.signed_at, old.signed_by, old.signed_hash) then
      return new;
    end if;
    if (new.agreement_id, new.organization_id, new.position, new.text_organization_id)
      is distinct from (old.agreement_id, old.organization_id, old.position, old.text_organization_id) then
      perform refuse_agreement(format('a party of agreement %s is replaced, not changed', old.agreement_id));
    end if;
    if (new.signed_at, new.signed_by, new.signed_hash) is not distinct from (old.signed_at, old.signed_by, old.signed_hash) then
      return new;
    end if;
    if old.signed_at is not null then
      perform refuse_agreement(format('party %s of agreement %s has signed for good', old.organization_id, old.agreement_id));
    end if;
    if held.state <> 'PROPOSED' or new.signed_hash is distinct from held.content_hash then
      perform refuse_agreement(format('agreement %s is signed while PROPOSED, under its own content hash', old.agreement_id));
    end if;
    return new;
  end if;
  if held.state <> 'DRAFT' then
    perform refuse_agreement(format('agreement %s is %s: its parties cannot change', held.id, held.state));
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.signed_at is not null then
    perform refuse_agreement(format('agreement %s is signed while PROPOSED', new.agreement_id));
  end if;
  return new;
end $$;

create or replace function keep_commitment() returns trigger language plpgsql set search_path from current as $$
declare
  held agreement;
begin
  if tg_op = 'UPDATE' and (new.id, new.agreement_id, new.position, new.clause, new.resource_id, new.times_per_year)
      is not distinct from (old.id, old.agreement_id, old.position, old.clause, old.resource_id, old.times_per_year)
    and ((new.organization_id, new.text_organization_id) is not distinct from (old.organization_id, old.text_organization_id)
      -- The organisation that it was merged into; the text keeps the one that it names.
      or exists (select from directory.merged_organization where from_id = old.organization_id and into_id = new.organization_id)
        and new.text_organization_id is not distinct from (
          select case when content_hash is not null then coalesce(old.text_organization_id, old.organization_id) end
          from agreement where id = old.agreement_id)) then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    select * into held from agreement where id = old.agreement_id for share;
    if held.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s is %s: its commitments cannot change', held.id, held.state));
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  select * into held from agreement where id = new.agreement_id for share;
  if held.state <> 'DRAFT' then
    perform refuse_agreement(format('agreement %s is %s: its commitments cannot change', held.id, held.state));
  end if;
  return new;
end $$;

-- An agreement that binds its parties, or may still do so.
create function is_open(agreement, today date) returns boolean language sql immutable as $$
  select $1.state in ('DRAFT', 'PROPOSED') or $1.state = 'ACTIVE' and $1.term_to >= $2
$$;

-- What is open of a unit; titles of what everybody may read. on_end: ENDS with it, or is OPEN and has to be settled before. moves: whether it follows
-- the unit into another alliance.
create function directory.resources_of_unit(unit_id uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text, on_end text, moves boolean)
language sql stable security definer set search_path = resources, pg_temp as $$
  select 'Resource', id, case when audience = 'PUBLIC' and state <> 'DRAFT' then title end, 'ENDS', committee_id is null from resource where provider_id = $1 and state <> 'WITHDRAWN'
  union all
  select 'Need', id, case when audience = 'PUBLIC' and state <> 'DRAFT' then title end, 'ENDS', committee_id is null from need where organization_id = $1 and state <> 'WITHDRAWN'
  union all
  select 'Booking', booking.id, null, 'ENDS', false from booking join resource on resource.id = booking.resource_id
    where (booking.organization_id = $1 or booking.provider_id = $1) and booking.state in ('REQUESTED', 'CONFIRMED') and starts_at > $2
  union all
  select 'Agreement', id, case when audience = 'PUBLIC' and state <> 'DRAFT' then title end, 'OPEN', false from agreement where party_ids @> array[$1] and is_open(agreement, day_of($2))
$$;

create function directory.end_resources_of_unit(unit_id uuid, why text, moment timestamptz) returns void
language plpgsql security definer set search_path = resources, pg_temp as $$
begin
  perform from resource where provider_id = unit_id order by id for update;
  update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
    where (organization_id = unit_id or provider_id = unit_id) and state in ('REQUESTED', 'CONFIRMED') and starts_at > moment;
  -- Nobody else has seen a draft.
  delete from resource where provider_id = unit_id and state = 'DRAFT'
    and not exists (select from commitment where resource_id = resource.id);
  delete from need where organization_id = unit_id and state = 'DRAFT';
  update resource set state = 'WITHDRAWN', published_at = coalesce(published_at, moment), withdrawn_at = moment, withdraw_reason = why,
      updated_at = moment, version = version + 1
    where provider_id = unit_id and state <> 'WITHDRAWN';
  update need set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'PUBLISHED';
end $$;

create function directory.merge_resources_of_unit(source uuid, target uuid, moment timestamptz) returns void
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

  -- An agreement of both that is over keeps both: it is what they once agreed.
  perform from agreement where party_ids @> array[source] order by id for update;
  update agreement_party as party set organization_id = target,
      text_organization_id = case when content_hash is not null then coalesce(party.text_organization_id, source) end
    from agreement where agreement.id = party.agreement_id and party.organization_id = source and not agreement.party_ids @> array[target];
  update commitment set organization_id = target, updated_at = moment, version = commitment.version + 1,
      text_organization_id = case when content_hash is not null then coalesce(commitment.text_organization_id, source) end
    from agreement where agreement.id = commitment.agreement_id and commitment.organization_id = source and not agreement.party_ids @> array[target];
  update agreement set party_ids = array_replace(party_ids, source, target), updated_at = moment, version = version + 1
    where party_ids @> array[source] and not party_ids @> array[target];
end $$;

-- What stands where its unit is moves with it. What stands on a committee's list stays in its place, and so does what
-- was withdrawn.
create function directory.move_resources_of_unit(unit_id uuid, code text, path text[], alliance text, moment timestamptz) returns void
language plpgsql security definer set search_path = resources, pg_temp as $$
begin
  update resource set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where provider_id = unit_id and committee_id is null and state <> 'WITHDRAWN';
  update need set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where organization_id = unit_id and committee_id is null and state <> 'WITHDRAWN';
end $$;

-- Agreements between two units that cannot become one party: those that are open. And what one has booked of the other.
create function directory.resources_of_both(source uuid, target uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text)
language sql stable security definer set search_path = resources, pg_temp as $$
  select 'Agreement', id, case when audience = 'PUBLIC' and state <> 'DRAFT' then title end from agreement where party_ids @> array[$1, $2] and is_open(agreement, day_of($3))
$$;

revoke all on function directory.resources_of_unit, directory.end_resources_of_unit, directory.merge_resources_of_unit,
  directory.move_resources_of_unit, directory.resources_of_both from public;
grant execute on function directory.resources_of_unit, directory.end_resources_of_unit, directory.merge_resources_of_unit,
  directory.move_resources_of_unit, directory.resources_of_both to hub_organizations;
