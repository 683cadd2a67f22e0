-- An activity says where it takes place to whoever sees it, also where the venue's record is not for them: its title,
-- and now the address at which people find it.

create or replace view directory.titled_resource as
  select id, title, provider_id, audience, state, alliance_code, committee_id,
    (select address from venue where venue.resource_id = resource.id) as address
  from resource;
