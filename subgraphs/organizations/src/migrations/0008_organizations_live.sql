-- Organisations change their names, end, and merge into others. An organisation that was merged keeps its record;
-- its id leads to the other one.

alter table organization
  add column state text not null default 'ACTIVE' check (state in ('ACTIVE', 'ENDED', 'MERGED')),
  add column ended_on date,
  add column end_reason text,
  add column merged_into_id uuid references organization,
  -- Why it was last renamed or corrected; the audit log keeps the reasons of earlier changes.
  add column change_reason text,
  add column former_names jsonb not null default '[]',
  add constraint organization_ended check ((state = 'ACTIVE') = (ended_on is null) and (state = 'ACTIVE') = (end_reason is null)),
  -- Of several mergers after one another, each record names the one that is left.
  add constraint organization_merged check ((state = 'MERGED') = (merged_into_id is not null) and merged_into_id <> id);
create index organization_merged_into on organization (merged_into_id, id desc) where merged_into_id is not null;

create or replace view directory.organization as
  select id, kind, region_code, region_path, alliance_code, name, state, ended_on from organization where state <> 'MERGED';
create view directory.merged_organization as
  select id as from_id, merged_into_id as into_id from organization where state = 'MERGED';
grant select on directory.merged_organization to hub_members, hub_resources, hub_activities, hub_gateway;

-- What follows an organisation that merges into another one, besides the two records themselves.
create function merge_organizations_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql set search_path from current as $$
begin
  update organization set merged_into_id = target where merged_into_id = source;
  update organization set parent_id = target, updated_at = moment, version = version + 1
    where parent_id = source and id <> target and state <> 'MERGED';
  update committee set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  insert into service_area (organization_id, region_code)
    select target, region_code from service_area where organization_id = source on conflict do nothing;
  delete from service_area where organization_id = source;
end $$;
