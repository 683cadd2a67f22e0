-- Webhooks name the venue of an activity. A title is read only together with the columns that decide who may see it.

create view directory.titled_resource as
  select id, title, provider_id, audience, state, alliance_code, committee_id from resource;
grant select on directory.titled_resource to hub_activities;
