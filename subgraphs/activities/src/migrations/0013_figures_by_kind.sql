-- Activities are counted by their kinds, too. Writers are kept out until this is committed.
lock table activity in share row exclusive mode;

create or replace function activity_figures(kind text, state text, audience text, starts_at timestamptz, attendance integer)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select figure, day_of(starts_at), amount::bigint
  from (values ('activities', (kind <> 'MEETING')::integer), ('meetings', (kind = 'MEETING')::integer), ('attendance', attendance),
      ('activities ' || kind, 1))
    as counted (figure, amount)
  where amount <> 0 and state = 'HELD' and is_reported(audience)
$$;

-- What is there already.
insert into figure_count (place, figure, day, amount)
select place, figure, day, sum(amount)
from activity
  cross join activity_figures(kind, state, audience, starts_at, attendance) as counted
  cross join unnest(region_path) as place
where place is not null and figure = 'activities ' || kind
group by place, figure, day having sum(amount) <> 0;
