-- Keys are also entered and revoked through the graph. The subgraph `members` decides who may, and may do exactly
-- this here: the hash of a key goes in, and never comes out.

create view directory.partner_key as
  select name, organization_id, scopes, created_at from partner where revoked_at is null;
grant select on directory.partner_key to hub_members;

create function directory.enter_partner(name text, organization_id uuid, scopes text[], key_hash text, at timestamptz)
returns void
language sql
security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = gateway, pg_temp
as $$
  insert into partner (name, organization_id, scopes, key_hash, created_at) values ($1, $2, $3, $4, $5)
$$;
revoke all on function directory.enter_partner from public;
grant execute on function directory.enter_partner to hub_members;

create function directory.revoke_partner(name text, at timestamptz)
returns void
language sql
security definer
set search_path = gateway, pg_temp
as $$
  update partner set revoked_at = $2 where partner.name = $1 and revoked_at is null
$$;
revoke all on function directory.revoke_partner from public;
grant execute on function directory.revoke_partner to hub_members;
