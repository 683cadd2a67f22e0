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

-- Figures are the same for everybody, and everybody sees them: what a unit shares with those named alone must not
-- show by a number that moves. What a committee or the alliance has before it is counted, as places publish it: how
-- many there were, not which.
create function is_reported(audience text) returns boolean language sql immutable parallel safe as $$
  select audience <> 'PARTIES'
$$;

-- Days are those of Asia/Shanghai.
create function day_of(at timestamptz) returns date language sql immutable parallel safe as $$
  select (at at time zone 'Asia/Shanghai')::date
$$;

-- What was held counts on the day on which it started.
create function activity_figures(kind text, state text, audience text, starts_at timestamptz, attendance integer)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select figure, day_of(starts_at), amount::bigint
  from (values ('activities', (kind <> 'MEETING')::integer), ('meetings', (kind = 'MEETING')::integer), ('attendance', attendance))
    as counted (figure, amount)
  where amount <> 0 and state = 'HELD' and is_reported(audience)
$$;
create trigger activity_figures_inserted after insert on activity
  referencing new table as new_rows for each statement execute function note_figures('kind, state, audience, starts_at, attendance');
create trigger activity_figures_updated after update on activity
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('kind, state, audience, starts_at, attendance');
create trigger activity_figures_deleted after delete on activity
  referencing old table as old_rows for each statement execute function note_figures('kind, state, audience, starts_at, attendance');

-- An issue counts on the day on which it was raised, whenever it is resolved.
create function issue_figures(state text, audience text, raised_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select figure, day_of(raised_at), 1::bigint
  from (values ('issuesRaised', true), ('issuesResolved', state = 'RESOLVED')) as counted (figure, is_counted)
  where is_counted and is_reported(audience)
$$;
create trigger issue_figures_inserted after insert on issue
  referencing new table as new_rows for each statement execute function note_figures('state, audience, raised_at');
create trigger issue_figures_updated after update on issue
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('state, audience, raised_at');
create trigger issue_figures_deleted after delete on issue
  referencing old table as old_rows for each statement execute function note_figures('state, audience, raised_at');

-- What is there already. The triggers keep writers out until this is committed.
insert into figure_count (place, figure, day, amount)
select place, figure, day, sum(amount) from (
  select region_path, counted.* from activity cross join activity_figures(kind, state, audience, starts_at, attendance) as counted
  union all
  select region_path, counted.* from issue cross join issue_figures(state, audience, raised_at) as counted
) as counted cross join unnest(region_path) as place
where place is not null group by place, figure, day having sum(amount) <> 0;
