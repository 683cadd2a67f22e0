-- Committees change: their names, their place in the tree, what they are marked as. A place may have several
-- committees of one level if they differ in kind.

alter table committee
  -- The default is for the previous version of the hub, which may still write while this one starts.
  add column kind text not null default 'JOINT_COMMITTEE'
    check (kind in ('JOINT_COMMITTEE', 'JOINT_MEETING', 'LEADING_GROUP', 'WORKING_GROUP')),
  add column former_names jsonb not null default '[]';
update committee set kind = 'JOINT_MEETING' where level = 'DISTRICT';
-- What waits for the end of the transaction would keep the table from being altered.
set constraints all immediate;

drop index committee_one_per_place;
create unique index committee_one_per_place on committee (region_code, level, kind);

create or replace view directory.committee as
  select id, level, organization_id, parent_id, ancestor_ids, demonstration, region_code, region_path, alliance_code, name, kind
  from committee;
