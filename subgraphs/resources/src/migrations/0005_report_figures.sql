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

-- A resource counts from the day of its publication to the eve of its withdrawal. A draft has neither.
create function resource_figures(kind text, audience text, published_at timestamptz, withdrawn_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select figure, day_of(at), amount
  from (values (published_at, 1::bigint),
      (case when withdrawn_at is not null then greatest(withdrawn_at, published_at) end, -1::bigint)) as step (at, amount)
    cross join (values ('resources', true), ('venues', kind = 'VENUE')) as counted (figure, is_counted)
  where is_counted and is_reported(audience) and published_at is not null and at is not null
$$;
create trigger resource_figures_inserted after insert on resource
  referencing new table as new_rows for each statement execute function note_figures('kind, audience, published_at, withdrawn_at');
create trigger resource_figures_updated after update on resource
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('kind, audience, published_at, withdrawn_at');
create trigger resource_figures_deleted after delete on resource
  referencing old table as old_rows for each statement execute function note_figures('kind, audience, published_at, withdrawn_at');

-- A need counts on the day of its publication.
create function need_figures(audience text, published_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'needs'::text, day_of(published_at), 1::bigint where is_reported(audience) and published_at is not null
$$;
create trigger need_figures_inserted after insert on need
  referencing new table as new_rows for each statement execute function note_figures('audience, published_at');
create trigger need_figures_updated after update on need
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('audience, published_at');
create trigger need_figures_deleted after delete on need
  referencing old table as old_rows for each statement execute function note_figures('audience, published_at');

-- An agreement counts on the day on which it came into force.
create function agreement_figures(audience text, activated_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'agreements'::text, day_of(activated_at), 1::bigint where is_reported(audience) and activated_at is not null
$$;
create trigger agreement_figures_inserted after insert on agreement
  referencing new table as new_rows for each statement execute function note_figures('audience, activated_at');
create trigger agreement_figures_updated after update on agreement
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('audience, activated_at');
create trigger agreement_figures_deleted after delete on agreement
  referencing old table as old_rows for each statement execute function note_figures('audience, activated_at');

-- What is there already. The triggers keep writers out until this is committed.
insert into figure_count (place, figure, day, amount)
select place, figure, day, sum(amount) from (
  select region_path, counted.* from resource cross join resource_figures(kind, audience, published_at, withdrawn_at) as counted
  union all
  select region_path, counted.* from need cross join need_figures(audience, published_at) as counted
  union all
  select region_path, counted.* from agreement cross join agreement_figures(audience, activated_at) as counted
) as counted cross join unnest(region_path) as place
where place is not null group by place, figure, day having sum(amount) <> 0;
