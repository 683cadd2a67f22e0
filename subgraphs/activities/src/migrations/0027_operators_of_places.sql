-- What awaits or is told to operators is addressed to those of a place: whoever is appointed for it or for a place above
-- it. It keeps that place as a path (decision 2), so that "this place and all below it" is one range of an index.

-- The smallest place of a path.
create function smallest_place(path text[]) returns text language sql immutable parallel safe as $$
  select coalesce(path[6], path[5], path[4], path[3], path[2], path[1])
$$;

-- Where a place lies; one that is not known lies in itself, so that no change fails because of it. What it reads is
-- published by another subgraph, and looked up when it runs.
create function path_of_place(place text) returns text[] language plpgsql stable set search_path from current as $$
begin
  return coalesce((select region.path from directory.region where region.code = place),
    case when place is not null then array[place] end);
end
$$;

-- ── tasks ───────────────────────────────────────────────────────────────────────────────────────

alter table task add column region_path text[];
-- Those that are open keep their ids: their place is that of the record from now on, not the whole alliance.
do $$ begin
  if exists (select from task where region_code is not null) then
    update task set region_path = coalesce(
      case kind when 'ACCEPT_REGISTRATION' then path_of_place(facts #>> '{place,region}')
        when 'NAME_LIAISON' then (select organization.region_path from directory.organization where organization.id = record_id) end,
      path_of_place(region_code))
      where region_code is not null;
  end if;
end $$;
alter table task alter column addressee set expression as (coalesce('unit:' || organization_id::text,
  'committee:' || committee_id::text, 'operator:' || smallest_place(region_path)));
alter table task drop column region_code;
alter table task add constraint task_one_addressee check (num_nonnulls(organization_id, committee_id, region_path) = 1);
create index task_place_1 on task ((region_path[1]), state, (coalesce(due_at, 'infinity')), id) where region_path[1] is not null;
create index task_place_2 on task ((region_path[2]), state, (coalesce(due_at, 'infinity')), id) where region_path[2] is not null;
create index task_place_3 on task ((region_path[3]), state, (coalesce(due_at, 'infinity')), id) where region_path[3] is not null;
create index task_place_4 on task ((region_path[4]), state, (coalesce(due_at, 'infinity')), id) where region_path[4] is not null;
create index task_place_5 on task ((region_path[5]), state, (coalesce(due_at, 'infinity')), id) where region_path[5] is not null;
create index task_place_6 on task ((region_path[6]), state, (coalesce(due_at, 'infinity')), id) where region_path[6] is not null;

-- Whom a task awaits, as far as it is one and the same: the operators, wherever its record comes to lie.
create function task_of(organization_id uuid, committee_id uuid) returns text language sql immutable parallel safe as $$
  select coalesce('unit:' || organization_id::text, 'committee:' || committee_id::text, 'operators')
$$;

-- As in 0014; "regionCode" is the place whose operators it awaits. If its record lies in another place now, it awaits
-- those of that place.
create or replace function directory.keep_tasks(noun text, record_ids uuid[], calls jsonb, at timestamptz) returns void
language sql
security definer
set search_path = activities, pg_temp
as $$
  with call as (
    select given.*, task_of("organizationId", "committeeId") as addressee,
      path_of_place("regionCode") as region_path,
      coalesce(given.occurrence, 0) as the_occurrence
    from jsonb_to_recordset($3) as given(kind text, "recordId" uuid, occurrence integer, "organizationId" uuid,
      "committeeId" uuid, "regionCode" text, state text, "opensAt" timestamptz, "closesAt" timestamptz, "dueAt" timestamptz, facts jsonb)
  ),
  open as (
    select id, kind, record_id, occurrence, opens_at, closes_at, due_at, facts, region_path,
      task_of(organization_id, committee_id) as addressee
    from task where task.record_id = any($2) and task.noun = $1 and task.state = 'OPEN'
  ),
  settled as (
    update task set settled_at = $4, state = coalesce((
      select call.state from call
      where call.kind = open.kind and call."recordId" = open.record_id and call.addressee = open.addressee
        and call.the_occurrence = open.occurrence
    ), 'LAPSED')
    from open
    where open.id = task.id and task.state = 'OPEN' and not exists (
      select from call where call.state = 'OPEN'
        and call.kind = open.kind and call."recordId" = open.record_id and call.addressee = open.addressee
        and call.the_occurrence = open.occurrence
    )
  ),
  changed as (
    update task set opens_at = call."opensAt", closes_at = call."closesAt", due_at = call."dueAt", facts = call.facts,
      region_path = call.region_path
    from call join open on open.record_id = call."recordId" and open.kind = call.kind
      and open.addressee = call.addressee and open.occurrence = call.the_occurrence
    where call.state = 'OPEN' and task.id = open.id and task.state = 'OPEN'
      and (task.opens_at, task.closes_at, task.due_at, task.facts, task.region_path)
        is distinct from (call."opensAt", call."closesAt", call."dueAt", call.facts, call.region_path)
  )
  insert into task (id, kind, noun, record_id, occurrence, organization_id, committee_id, region_path, state, opens_at, closes_at, due_at,
    facts, created_at)
  select uuid_v7($4), kind, $1, "recordId", the_occurrence, "organizationId", "committeeId", region_path, 'OPEN', "opensAt", "closesAt", "dueAt",
    facts, $4
  from call where state = 'OPEN' and not exists (
    select from open
    where open.kind = call.kind and open.record_id = call."recordId" and open.addressee = call.addressee
      and open.occurrence = call.the_occurrence
  )
  on conflict (record_id, kind, addressee, occurrence) where state = 'OPEN' do nothing
$$;

-- ── notices ─────────────────────────────────────────────────────────────────────────────────────

alter table notice add column region_path text[];
alter table notice alter column addressee set expression as (coalesce('unit:' || organization_id::text,
  'committee:' || committee_id::text, 'person:' || subject, 'operator:' || smallest_place(region_path)));
alter table notice drop constraint notice_check;
alter table notice add constraint notice_one_addressee
  check (num_nonnulls(organization_id, committee_id, subject, region_path) = 1);
create index notice_place_1 on notice ((region_path[1]), number desc) where region_path[1] is not null;
create index notice_place_2 on notice ((region_path[2]), number desc) where region_path[2] is not null;
create index notice_place_3 on notice ((region_path[3]), number desc) where region_path[3] is not null;
create index notice_place_4 on notice ((region_path[4]), number desc) where region_path[4] is not null;
create index notice_place_5 on notice ((region_path[5]), number desc) where region_path[5] is not null;
create index notice_place_6 on notice ((region_path[6]), number desc) where region_path[6] is not null;

-- As in 0014; "regionPath" is the place whose operators are told. An operator who made the change themselves has read
-- it: "readBy".
create or replace function directory.leave_notices(notices jsonb, at timestamptz) returns void
language sql
security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = activities, pg_temp
as $$
  with one as (
    select distinct on (noun, type, "recordId", "organizationId", "committeeId", subject, "regionPath") *
    from jsonb_to_recordset($1) as given(id uuid, noun text, type text, "recordId" uuid, "organizationId" uuid,
      "committeeId" uuid, subject text, "regionPath" text[], "readBy" text, facts jsonb)
  ),
  inserted as (
    insert into notice (id, noun, type, record_id, organization_id, committee_id, subject, region_path, facts, occurred_at)
    select id, noun, type, "recordId", "organizationId", "committeeId", subject, "regionPath", coalesce(facts, '{}'), $2
    from one
  )
  insert into notice_mark (subject, notice_id, read_at) select "readBy", id, $2 from one where "readBy" is not null
$$;

-- As in 0018: tasks follow their place, too. Notices do not: they say who was told at the time.
create or replace function directory.follow_place_in_activities(code text, new_path text[], alliance text, level_position integer, at timestamptz)
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
    where relkind = 'r' and relnamespace = 'activities'::regnamespace and relname not in ('figure_change', 'activity_update', 'notice')
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
