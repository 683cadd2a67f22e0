-- Resources are counted by their kinds, too. Writers are kept out until this is committed.
lock table resource in share row exclusive mode;

create or replace function resource_figures(kind text, audience text, published_at timestamptz, withdrawn_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select figure, day_of(at), amount
  from (values (published_at, 1::bigint),
      (case when withdrawn_at is not null then greatest(withdrawn_at, published_at) end, -1::bigint)) as step (at, amount)
    cross join (values ('resources', true), ('venues', kind = 'VENUE'), ('resources ' || kind, true)) as counted (figure, is_counted)
  where is_counted and is_reported(audience) and published_at is not null and at is not null
$$;

-- What is there already.
insert into figure_count (place, figure, day, amount)
select place, figure, day, sum(amount)
from resource
  cross join resource_figures(kind, audience, published_at, withdrawn_at) as counted
  cross join unnest(region_path) as place
where place is not null and figure = 'resources ' || kind
group by place, figure, day having sum(amount) <> 0;
