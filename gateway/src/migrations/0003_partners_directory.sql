-- Partner systems whose key works, for subgraphs that act for one when it is not there: without the key.

create view directory.partner as
  select 'partner:' || name as subject, organization_id, scopes from partner where revoked_at is null;
grant select on directory.partner to hub_organizations, hub_members, hub_resources, hub_activities;
