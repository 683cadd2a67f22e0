-- Messages name units, committees and places; the register is public.

create or replace view directory.region as
  select code, level, path, alliance_code, parent_code, name from region;
create or replace view directory.organization as
  select id, kind, region_code, region_path, alliance_code, name from organization;
create or replace view directory.committee as
  select id, level, organization_id, parent_id, ancestor_ids, demonstration, region_code, region_path, alliance_code, name from committee;
