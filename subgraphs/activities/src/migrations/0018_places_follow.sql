-- A region is moved, or merged into another: all records at or below it follow, in the transaction of the change.
-- The sums of the report follow by their triggers; the update log says where something happened.

-- code: of the place that they lay in. new_path: where that lies now; its element at the position of the level is the
-- place itself, or the one that it has become a part of. alliance: null if it stays.
create function directory.follow_place_in_activities(code text, new_path text[], alliance text, level_position integer, at timestamptz)
returns bigint
language plpgsql
security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = activities, pg_temp
as $$
#variable_conflict use_variable
declare
  held record;
  followed bigint := 0;
  changed bigint;
begin
  for held in
    select relname, exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'region_code') as has_code,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'alliance_code') as has_alliance
    from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'region_path'
    where relkind = 'r' and relnamespace = 'activities'::regnamespace and relname not in ('figure_change', 'activity_update')
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
revoke all on function directory.follow_place_in_activities from public;
grant execute on function directory.follow_place_in_activities to hub_organizations;
