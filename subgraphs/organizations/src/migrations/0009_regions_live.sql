-- Regions change, each change from a day: another name, an end, one merged into another, one moved below another.
-- Records keep their place as a path (decision 2): all of them follow, in the same transaction.

alter table region
  add column former_names jsonb not null default '[]',
  -- The first day on which it is no more, and the region that it has become a part of.
  add column ended_on date,
  add column merged_into text references region,
  -- What a place below a community is called there, such as 片区 or 楼栋; null for a grid or an estate as such.
  add column level_name text check (level_name is null or level in ('GRID', 'ESTATE')),
  add check (merged_into is null or ended_on is not null),
  add check (merged_into <> code);
create index region_merged_into on region (merged_into) where merged_into is not null;

-- A committee whose place was merged into another stays one of its own: it came with that place.
alter table committee add column came_from text references region;
drop index committee_one_per_place;
create unique index committee_one_per_place on committee (region_code, level, kind, (coalesce(came_from, '')));

create table region_change (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null check (kind in ('RENAME', 'END', 'MERGE', 'MOVE')),
  -- PLANNED → DONE on its day, or CALLED_OFF before; FAILED if it was not possible any more on its day.
  state text not null check (state in ('PLANNED', 'DONE', 'CALLED_OFF', 'FAILED')),
  code text not null references region,
  -- Where it lay when this was entered: this record does not follow.
  region_path text[] not null,
  -- The new name; the region that it becomes a part of, or that it moves below.
  name text,
  other_code text references region,
  -- What was before, once it is done.
  former_name text,
  former_parent_code text,
  effective_on date not null,
  reason text,
  done_at timestamptz,
  called_off_at timestamptz,
  call_off_reason text,
  fail_reason text,
  -- From when on records are looked for once more that a transaction wrote which had begun before the change.
  sweep_at timestamptz,
  check ((kind = 'RENAME') = (name is not null)),
  check ((kind in ('MERGE', 'MOVE')) = (other_code is not null)),
  check ((state = 'DONE') = (done_at is not null)),
  check ((state = 'CALLED_OFF') = (called_off_at is not null)),
  check ((state = 'FAILED') = (fail_reason is not null))
);
create index region_change_due on region_change (effective_on) where state = 'PLANNED';
create index region_change_sweep on region_change (sweep_at) where sweep_at is not null;
create index region_change_code on region_change (code, id desc);
create index region_change_path_1 on region_change ((region_path[1]), id desc);
create index region_change_path_2 on region_change ((region_path[2]), id desc);
create index region_change_path_3 on region_change ((region_path[3]), id desc);
create index region_change_path_4 on region_change ((region_path[4]), id desc);
create index region_change_path_5 on region_change ((region_path[5]), id desc);
create index region_change_path_6 on region_change ((region_path[6]), id desc);

-- The path changes when a region is moved, and at no other time; code and level never do.
create or replace function keep_region() returns trigger language plpgsql as $$
begin
  if (new.code, new.level) is distinct from (old.code, old.level)
    or new.path is distinct from old.path and coalesce(current_setting('organizations.place_follows', true), '') <> 'on' then
    raise exception 'region %: code, level and path stay as they were entered', old.code
      using errcode = 'check_violation', constraint = 'region_kept';
  end if;
  return new;
end $$;

-- All records at or below a place follow it: those whose path has the code at that position. They lie at the path
-- afterwards, whose element there is the place itself, or the one that it has become a part of. Each schema has this
-- function for its own tables; whatever table has a path follows, but what is named in it.
create function follow_in_this_schema(code text, new_path text[], alliance text, level_position integer)
returns bigint language plpgsql set search_path from current as $$
declare
  held record;
  followed bigint := 0;
  changed bigint;
begin
  for held in
    select relname, exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'region_code') as has_code,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'alliance_code') as has_alliance
    from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'region_path'
    where relkind = 'r' and relnamespace = to_regnamespace(current_schema()) and relname <> 'region_change'
    order by relname
  loop
    execute format('update %1$I set region_path = $2[:%2$s] || region_path[%3$s:] %4$s %5$s
      where region_path[%2$s] = $1 and region_path[:%2$s] is distinct from $2[:%2$s]',
      held.relname, level_position, level_position + 1,
      case when held.has_code then format(', region_code = case region_code when $1 then $2[%s] else region_code end', level_position) end,
      case when held.has_alliance then ', alliance_code = coalesce($3, alliance_code)' end)
      using code, new_path, alliance;
    get diagnostics changed = row_count;
    followed := followed + changed;
  end loop;
  return followed;
end $$;

-- The regions below a place, and all records of all schemas there, follow it. What a part of the hub has no tables
-- of yet is left out. It can be run again: what has followed already stays.
create function follow_place(code text, new_path text[], alliance text, level_position integer, at timestamptz)
returns bigint language plpgsql set search_path from current as $$
#variable_conflict use_variable
declare
  follow regprocedure;
  followed bigint := 0;
  changed bigint;
begin
  perform set_config('organizations.place_follows', 'on', true);
  update region set path = new_path[:level_position] || path[level_position + 1:],
    alliance_code = coalesce(alliance, alliance_code),
    parent_code = case parent_code when code then new_path[level_position] else parent_code end,
    version = version + 1, updated_at = at
    where path[level_position] = code and path[:level_position] is distinct from new_path[:level_position]
      -- A region that has become a part of another stays where it was, ended.
      and (region.code <> code or new_path[level_position] = code);
  perform set_config('organizations.place_follows', 'off', true);
  if new_path[level_position] <> code then
    update committee set came_from = code where region_code = code and came_from is null;
    update service_area set region_code = new_path[level_position] where region_code = code and not exists (
      select from service_area other
      where other.organization_id = service_area.organization_id and other.region_code = new_path[level_position]);
  end if;
  followed := follow_in_this_schema(code, new_path, alliance, level_position);
  -- A committee whose place has left that of the one above is below it no more, nor are those below it.
  update committee set parent_id = null, version = committee.version + 1, updated_at = at
    from committee above
    where above.id = committee.parent_id and committee.region_path[level_position] = new_path[level_position]
      and array_position(committee.region_path, above.region_code) is null;
  update committee set ancestor_ids = line.ids
    from (
      select below.id, array(
        with recursive up as (
          select below.parent_id as id, 1 as step where below.parent_id is not null
          union all
          select above.parent_id, step + 1 from up join committee above on above.id = up.id where above.parent_id is not null
        )
        select id from up order by step
      ) as ids
      from committee below where below.region_path[level_position] = new_path[level_position]
    ) as line
    where line.id = committee.id and committee.ancestor_ids is distinct from line.ids;
  for follow in
    select oid from pg_proc where pronamespace = 'directory'::regnamespace and proname like 'follow\_place\_in\_%' order by proname
  loop
    execute format('select %s($1, $2, $3, $4, $5)', follow::regproc) into changed using code, new_path, alliance, level_position, at;
    followed := followed + changed;
  end loop;
  return followed;
end $$;

create or replace view directory.region as
  select code, level, path, alliance_code, parent_code, name, ended_on, merged_into from region;
