-- What the report counts is kept as sums by place and day: their number follows the days, not the records.
-- A change of a record appends to figure_change in its own transaction, whichever way it is made, so that
-- writers never wait for each other. Now and then one of them folds what has gathered there into figure_count. What
-- counts are both tables together, read by one statement.

create table figure_change (
  region_path text[] not null,
  figure text not null,
  day date not null,
  amount bigint not null
);
create table figure_count (
  place text not null,
  figure text not null,
  day date not null,
  amount bigint not null,
  primary key (place, figure, day) include (amount)
);

-- One at a time: a transaction that finds another at it leaves its changes to the next one. What is not
-- committed yet is not seen here, and folded later.
create function fold_figures() returns void language plpgsql set search_path from current as $$
begin
  -- On an older snapshot it could meet changes that have been folded since.
  if current_setting('transaction_isolation') <> 'read committed'
    or not pg_try_advisory_xact_lock(hashtext('fold_figures'), hashtext(current_schema())) then
    return;
  end if;
  with taken as (delete from figure_change returning region_path, figure, day, amount)
  insert into figure_count as counted (place, figure, day, amount)
  select place, figure, day, sum(amount) from taken cross join unnest(region_path) as place
  where place is not null group by place, figure, day having sum(amount) <> 0
  on conflict (place, figure, day) do update set amount = counted.amount + excluded.amount;
end $$;

-- Appends what a statement changes of the figures. What one record adds to them, the function
-- <table>_figures says; the trigger's argument names the columns that it is given.
create function note_figures() returns trigger language plpgsql set search_path from current as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select 1 as sign, * from new_rows'
    when 'DELETE' then 'select -1 as sign, * from old_rows'
    else 'select 1 as sign, * from new_rows union all select -1, * from old_rows'
  end;
  changes bigint;
begin
  execute format(
    'insert into figure_change (region_path, figure, day, amount)
     select region_path, counted.figure, counted.day, sum(sign * counted.amount)
     from (%s) as changed cross join %I(%s) as counted
     group by 1, 2, 3 having sum(sign * counted.amount) <> 0',
    changed, tg_table_name || '_figures', tg_argv[0]);
  get diagnostics changes = row_count;
  -- About every 64th change folds.
  if random() * 64 < changes then perform fold_figures(); end if;
  return null;
end $$;

-- Days are those of Asia/Shanghai.
create function day_of(at timestamptz) returns date language sql immutable parallel safe as $$
  select (at at time zone 'Asia/Shanghai')::date
$$;

-- A team counts from the day on which it was formed.
create function team_figures(formed_on date)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'teams'::text, formed_on, 1::bigint
$$;
create trigger team_figures_inserted after insert on team
  referencing new table as new_rows for each statement execute function note_figures('formed_on');
create trigger team_figures_updated after update on team
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('formed_on');
create trigger team_figures_deleted after delete on team
  referencing old table as old_rows for each statement execute function note_figures('formed_on');

-- Members count from the day on which the registration was accepted.
create function registration_figures(state text, headcount integer, accepted_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'registeredMembers'::text, day_of(accepted_at), headcount::bigint where state = 'ACCEPTED' 
$$;
create trigger registration_figures_inserted after insert on registration
  referencing new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at');
create trigger registration_figures_updated after update on registration
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at');
create trigger registration_figures_deleted after delete on registration
  referencing old table as old_rows for each statement execute function note_figures('state, headcount, accepted_at');

-- A unit counts once in a place, however many records it has there: of the days of all of them, the union
-- counts. The trigger's arguments are the figure and the days of one record.
create function note_unit_figures() returns trigger language plpgsql set search_path from current as $$
declare
  new_rows text := case tg_op when 'DELETE' then 'select * from ' || tg_table_name || ' where false' else 'select * from new_rows' end;
  old_rows text := case tg_op when 'INSERT' then 'select * from ' || tg_table_name || ' where false' else 'select * from old_rows' end;
  units uuid[];
  lock integer;
  changes bigint;
begin
  execute format('select array_agg(distinct organization_id) from (%s union all %s) as changed', new_rows, old_rows)
    into units;
  -- Two transactions that change records of one unit would not see each other's. Each in turn; a lock may be that
  -- of several units, so that a statement with many needs few.
  for lock in select distinct hashtext(unit::text) & 1023 from unnest(units) as unit order by 1 loop
    perform pg_advisory_xact_lock(hashtext('note_unit_figures ' || tg_argv[0]), lock);
  end loop;
  execute format(
    'with counted as (
       select 1 as sign, organization_id, region_path, %1$s as days from %2$I where organization_id = any ($1)
       union all
       select -1, organization_id, region_path, %1$s from %2$I
         where organization_id = any ($1) and id not in (select id from (%3$s) as entered)
       union all
       select -1, organization_id, region_path, %1$s from (%4$s) as replaced
     ), spell as (
       select sign, place, unnest(range_agg(days)) as days
       from counted cross join unnest(region_path) as place
       where place is not null group by sign, place, organization_id
     )
     insert into figure_change (region_path, figure, day, amount)
     select array[place], $2, day, sum(amount)
     from spell cross join lateral (values (lower(days), sign), (upper(days), -sign)) as step (day, amount)
     where day is not null group by place, day having sum(amount) <> 0',
    tg_argv[1], tg_table_name, new_rows, old_rows)
    using units, tg_argv[0];
  get diagnostics changes = row_count;
  if random() * 64 < changes then perform fold_figures(); end if;
  return null;
end $$;
create trigger membership_units_inserted after insert on membership
  referencing new table as new_rows for each statement execute function note_unit_figures('memberUnits', 'daterange(joined_on, left_on)');
create trigger membership_units_updated after update on membership
  referencing old table as old_rows new table as new_rows for each statement execute function note_unit_figures('memberUnits', 'daterange(joined_on, left_on)');
create trigger membership_units_deleted after delete on membership
  referencing old table as old_rows for each statement execute function note_unit_figures('memberUnits', 'daterange(joined_on, left_on)');
create trigger registration_units_inserted after insert on registration
  referencing new table as new_rows for each statement execute function note_unit_figures('registeredUnits', $$case state when 'ACCEPTED' then daterange(day_of(accepted_at), null) end$$);
create trigger registration_units_updated after update on registration
  referencing old table as old_rows new table as new_rows for each statement execute function note_unit_figures('registeredUnits', $$case state when 'ACCEPTED' then daterange(day_of(accepted_at), null) end$$);
create trigger registration_units_deleted after delete on registration
  referencing old table as old_rows for each statement execute function note_unit_figures('registeredUnits', $$case state when 'ACCEPTED' then daterange(day_of(accepted_at), null) end$$);

-- What is there already. The triggers keep writers out until this is committed.
insert into figure_count (place, figure, day, amount)
select place, figure, day, sum(amount) from (
  select region_path, counted.* from team cross join team_figures(formed_on) as counted
  union all
  select region_path, counted.* from registration cross join registration_figures(state, headcount, accepted_at) as counted
  union all
  select array[place], figure, day, amount
  from (
    select place, figure, unnest(range_agg(days)) as days
    from (
      select 'memberUnits' as figure, organization_id, region_path, daterange(joined_on, left_on) as days from membership
      union all
      select 'registeredUnits', organization_id, region_path, daterange(day_of(accepted_at), null) from registration
        where state = 'ACCEPTED'
    ) as record cross join unnest(region_path) as place
    where place is not null group by place, figure, organization_id
  ) as spell cross join lateral (values (lower(days), 1), (upper(days), -1)) as step (day, amount)
  where day is not null
) as counted cross join unnest(region_path) as place
where place is not null group by place, figure, day having sum(amount) <> 0;
