-- The elements of a resource's path as columns of their own, so that an index alone answers how many
-- there are (PostgreSQL does not read an expression from an index without its column: section 11.9).
alter table resource
  add column place1 text generated always as (region_path[1]) stored,
  add column place2 text generated always as (region_path[2]) stored,
  add column place3 text generated always as (region_path[3]) stored,
  add column place4 text generated always as (region_path[4]) stored,
  add column place5 text generated always as (region_path[5]) stored,
  add column place6 text generated always as (region_path[6]) stored;

drop index resource_path_1, resource_path_2, resource_path_3, resource_path_4, resource_path_5, resource_path_6;

-- "This place and all below it" for every level, in the order of the list.
create index resource_place_1 on resource (place1, id desc) where place1 is not null;
create index resource_place_2 on resource (place2, id desc) where place2 is not null;
create index resource_place_3 on resource (place3, id desc) where place3 is not null;
create index resource_place_4 on resource (place4, id desc) where place4 is not null;
create index resource_place_5 on resource (place5, id desc) where place5 is not null;
create index resource_place_6 on resource (place6, id desc) where place6 is not null;

-- How many there are, by the usual filters and with all that the rule of sharing looks at.
create index resource_count_1 on resource (place1, state, kind, audience) include (alliance_code, committee_id, provider_id) where place1 is not null;
create index resource_count_2 on resource (place2, state, kind, audience) include (alliance_code, committee_id, provider_id) where place2 is not null;
create index resource_count_3 on resource (place3, state, kind, audience) include (alliance_code, committee_id, provider_id) where place3 is not null;
create index resource_count_4 on resource (place4, state, kind, audience) include (alliance_code, committee_id, provider_id) where place4 is not null;
create index resource_count_5 on resource (place5, state, kind, audience) include (alliance_code, committee_id, provider_id) where place5 is not null;
create index resource_count_6 on resource (place6, state, kind, audience) include (alliance_code, committee_id, provider_id) where place6 is not null;
