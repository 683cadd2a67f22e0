-- Regions, organisations and committees, and the views by which the other subgraphs know them.

create table region (
  code text primary key check (length(code) between 1 and 40),
  name text not null,
  level text not null check (level in ('PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'ESTATE')),
  parent_code text references region,
  path text[] not null check (cardinality(path) = 6),
  alliance_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
-- "This place and all below it" for every level, in the order of the list.
create index region_path_1 on region ((path[1]), code);
create index region_path_2 on region ((path[2]), code);
create index region_path_3 on region ((path[3]), code);
create index region_path_4 on region ((path[4]), code);
create index region_path_5 on region ((path[5]), code);
create index region_parent on region (parent_code, code);

create table organization (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  kind text not null,
  credit_code text constraint organization_credit_code_unique unique,
  brand text,
  parent_id uuid references organization,
  region_code text not null references region,
  region_path text[] not null,
  alliance_code text not null,
  search_key text not null,
  search_grams text[] not null
);
create index organization_path_1 on organization ((region_path[1]), id desc);
create index organization_path_2 on organization ((region_path[2]), id desc);
create index organization_path_3 on organization ((region_path[3]), id desc);
create index organization_path_4 on organization ((region_path[4]), id desc);
create index organization_path_5 on organization ((region_path[5]), id desc);
create index organization_path_6 on organization ((region_path[6]), id desc);
create index organization_kind on organization (kind, id desc);
create index organization_search on organization using gin (search_grams);
create index organization_parent on organization (parent_id, id desc);

create table committee (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  level text not null check (level in ('DISTRICT', 'STREET', 'COMMUNITY')),
  organization_id uuid not null references organization,
  parent_id uuid references committee,
  ancestor_ids uuid[] not null,
  demonstration boolean not null default false,
  themes text[] not null default '{}',
  established_on date not null,
  region_code text not null references region,
  region_path text[] not null,
  alliance_code text not null
);
create index committee_path_1 on committee ((region_path[1]), id desc);
create index committee_path_2 on committee ((region_path[2]), id desc);
create index committee_path_3 on committee ((region_path[3]), id desc);
create index committee_path_4 on committee ((region_path[4]), id desc);
create index committee_path_5 on committee ((region_path[5]), id desc);
create index committee_parent on committee (parent_id, id desc);
create index committee_organization on committee (organization_id, id desc);
-- One committee of a level on one piece of ground.
create unique index committee_one_per_place on committee (region_code, level);

-- Which organisation serves which place: a property company its estates, an owners' committee its own.
create table service_area (
  organization_id uuid not null references organization,
  region_code text not null references region,
  primary key (region_code, organization_id)
);
create index service_area_organization on service_area (organization_id, region_code);

create table idempotency (
  subject text not null,
  key text not null,
  action text not null,
  input_hash text not null,
  record_id text,
  snapshot text,
  created_at timestamptz not null,
  primary key (subject, key)
);

create view directory.region as
  select code, level, path, alliance_code, parent_code from region;
create view directory.organization as
  select id, kind, region_code, region_path, alliance_code from organization;
create view directory.committee as
  select id, level, organization_id, parent_id, ancestor_ids, demonstration, region_code, region_path, alliance_code from committee;
grant select on directory.region, directory.organization, directory.committee
  to hub_members, hub_resources, hub_activities, hub_gateway;
