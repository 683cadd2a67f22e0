-- What becomes of the keys of a unit's partner systems when it ends or merges into another one. The subgraph
-- `organizations` decides that, in its own transaction, and may do exactly this here.

create function directory.partners_of_unit(unit_id uuid)
returns table (noun text, title text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select 'Partner', name from partner where organization_id = $1 and revoked_at is null
$$;

create function directory.revoke_partners_of_unit(unit_id uuid, moment timestamptz) returns void
language sql security definer set search_path = gateway, pg_temp as $$
  update partner set revoked_at = $2 where organization_id = $1 and revoked_at is null
$$;

create function directory.merge_partners_of_unit(source uuid, target uuid) returns void
language sql security definer set search_path = gateway, pg_temp as $$
  update partner set organization_id = $2 where organization_id = $1
$$;

revoke all on function directory.partners_of_unit, directory.revoke_partners_of_unit, directory.merge_partners_of_unit from public;
grant execute on function directory.partners_of_unit, directory.revoke_partners_of_unit, directory.merge_partners_of_unit to hub_organizations;
