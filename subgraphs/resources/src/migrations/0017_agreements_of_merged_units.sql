-- Two units may merge that are parties of one agreement, if both have signed it.

-- Whether organisations are others one by one, or those that they were merged into.
create function are_same_units(former uuid[], present uuid[]) returns boolean language sql stable set search_path from current as $$
  select $1 = $2 or cardinality($1) = cardinality($2) and not exists (
    select from unnest($1, $2) as each (was, is_now)
    where was <> is_now
      and not exists (select from directory.merged_organization where from_id = was and into_id = is_now))
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
    or not are_same_units(old.party_ids, new.party_ids)) then
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

drop function present_units(uuid[]);

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

drop function directory.resources_of_both(uuid, uuid, timestamptz);
-- Agreements in which two units are named. One that waits for signatures, or is a draft, has to be settled before they
-- become one: nobody can sign for a unit that is gone.
create function directory.resources_of_both(source uuid, target uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text, blocks boolean)
language sql stable security definer set search_path = resources, pg_temp as $$
  select 'Agreement', id, case when audience = 'PUBLIC' and state <> 'DRAFT' then title end, state <> 'ACTIVE'
    from agreement where party_ids @> array[$1, $2] and is_open(agreement, day_of($3))
$$;
revoke all on function directory.resources_of_both from public;
grant execute on function directory.resources_of_both to hub_organizations;
