-- Operators are awaited for the place that something is about, not for its whole alliance: so those of a street find
-- what is to be done there. And two more things await somebody: the next term of a committee, and its secretary.

create function midnight(day date) returns timestamptz language sql immutable parallel safe as $$
  select day::timestamp at time zone 'Asia/Shanghai'
$$;

-- ── places ──────────────────────────────────────────────────────────────────────────────────────

-- As in 0015, but the operators are those of the community.
create or replace function registration_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'ACCEPT_REGISTRATION',
    'recordId', registration.id,
    'committeeId', committee.id,
    'regionCode', case when committee.id is null then registration.community_code end,
    'state', case when registration.state = 'SUBMITTED' then 'OPEN' else 'DONE' end,
    'opensAt', registration.submitted_at,
    'facts', jsonb_build_object(
      'organization', jsonb_build_object('unit', registration.organization_id),
      'place', jsonb_build_object('region', registration.community_code),
      'headcount', jsonb_build_object('number', registration.headcount)
    )
  )), '[]')
  from registration left join directory.committee on committee.region_code = registration.community_code
  where registration.id = any(ids)
$$;

-- As in 0015, but the operators are those of the place that the unit lies in.
create or replace function liaison_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'NAME_LIAISON',
    'recordId', unit.id,
    'regionCode', unit.region_code,
    'state', case when unit.has_liaison then 'DONE' when unit.since is null then 'LAPSED' else 'OPEN' end,
    'opensAt', coalesce(unit.since, to_timestamp(0)),
    'facts', jsonb_build_object('organization', jsonb_build_object('unit', unit.id))
  )), '[]')
  from (
    select organization.id, organization.region_code,
      exists (select from liaison where organization_id = organization.id and ended_at is null) as has_liaison,
      greatest(
        (select min(created_at) from membership where organization_id = organization.id and left_on is null),
        case when exists (select from membership where organization_id = organization.id and left_on is null)
          then (select max(ended_at) from liaison where organization_id = organization.id) end
      ) as since
    from directory.organization
    where organization.id = any(ids)
      and not exists (select from directory.committee where committee.organization_id = organization.id)
  ) as unit
$$;

-- Units that lie in another place now.
create function directory.keep_tasks_of_placed_units(ids uuid[], at timestamptz) returns void
language plpgsql
security definer
set search_path = members, pg_temp
as $$
begin
  perform keep_tasks_of_liaisons(ids, at);
end
$$;
revoke all on function directory.keep_tasks_of_placed_units from public;
grant execute on function directory.keep_tasks_of_placed_units to hub_organizations;

-- ── the next term ───────────────────────────────────────────────────────────────────────────────

-- The last term of a committee awaits it in its last 60 days, and until a next one is entered.
create function term_task_calls(committee_ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'PLAN_TERM',
    'recordId', term.id,
    'committeeId', term.committee_id,
    'state', case when exists (
      select from term as next where next.committee_id = term.committee_id and next.starts_on > term.starts_on
    ) then 'DONE' else 'OPEN' end,
    'opensAt', greatest(midnight(term.starts_on), midnight(term.ends_on + 1) - interval '60 days'),
    'dueAt', midnight(term.ends_on + 1),
    'facts', jsonb_build_object(
      'committee', jsonb_build_object('committee', term.committee_id),
      'endsOn', jsonb_build_object('day', term.ends_on)
    )
  )), '[]')
  from term where term.committee_id = any(committee_ids)
$$;

-- ── the secretary ───────────────────────────────────────────────────────────────────────────────

-- The days of a committee's terms, less those on which somebody is its secretary. Each stretch of them that is not over
-- awaits the operators from its first day to its last. Where one began it is told apart by that day; what is open for a
-- day on which nothing is vacant any more is done if there is a secretary.
create function secretary_task_calls(committee_ids uuid[], today date) returns jsonb language sql stable as $$
  with office as (
    select seat.committee_id, greatest(seat.since, term.starts_on) as first,
      case when seat.until is null then term.ends_on + 1 when seat.counts_to_last_day then seat.until + 1 else seat.until end as after
    from seat join term on term.id = seat.term_id
    where seat.committee_id = any(committee_ids) and seat.role = 'SECRETARY' and not seat.taken_out
  ),
  filled as (
    select committee_id, range_agg(daterange(first, after)) as days from office where first <= after group by committee_id
  ),
  committee_days as (
    select committee.id, committee.region_code, coalesce(filled.days, '{}'::datemultirange) as filled,
      range_agg(daterange(term.starts_on, term.ends_on, '[]')) - coalesce(filled.days, '{}'::datemultirange) as vacant
    from directory.committee join term on term.committee_id = committee.id left join filled on filled.committee_id = committee.id
    where committee.id = any(committee_ids)
    group by committee.id, committee.region_code, filled.days
  ),
  beginning as (
    select committee_id, starts_on as day from term where committee_id = any(committee_ids)
    union
    select committee_id, after from office
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'NAME_SECRETARY',
    'recordId', held.id,
    'occurrence', beginning.day - date '2000-01-01',
    'regionCode', held.region_code,
    'state', case when stretch.days is not null then 'OPEN' when held.filled @> today then 'DONE' else 'LAPSED' end,
    'opensAt', midnight(beginning.day),
    'closesAt', midnight(upper(stretch.days)),
    'facts', jsonb_build_object('committee', jsonb_build_object('committee', held.id))
  )), '[]')
  from committee_days as held join beginning on beginning.committee_id = held.id
    left join lateral (
      select days from unnest(held.vacant) as days where lower(days) = beginning.day and upper(days) > today
    ) as stretch on true
$$;

-- Makes both for some committees. removed: terms that are no more.
create function keep_tasks_of_terms(committee_ids uuid[], at timestamptz, removed uuid[] default '{}') returns void
language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select distinct id from unnest(committee_ids) as id where id is not null order by 1);
begin
  if cardinality(ids) > 0 then
    -- Seats of one committee may change at once: one after another sees what the one before has left.
    perform pg_advisory_xact_lock(hashtextextended('terms of ' || id::text, 0)) from unnest(ids) as id;
    perform directory.keep_tasks('Term', removed || array(select id from term where committee_id = any(ids)), term_task_calls(ids), at);
    perform directory.keep_tasks('Committee', ids, secretary_task_calls(ids, day_of(at)), at);
  end if;
end
$$;

create function keep_term_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_terms(array(select committee_id from changed), (select max(updated_at) from changed));
  return null;
end
$$;
create trigger term_tasks_of_new after insert on term
  referencing new table as changed for each statement execute function keep_term_tasks();
create trigger term_tasks_of_changed after update on term
  referencing new table as changed for each statement execute function keep_term_tasks();

-- What is removed says when it was changed last; the term before it, which changes with it, says more.
create function keep_tasks_of_removed_terms() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_terms(array(select committee_id from removed), (
    select max(updated_at) from (
      select updated_at from removed
      union all
      select updated_at from term where committee_id in (select committee_id from removed)
    ) as known
  ), array(select id from removed));
  return null;
end
$$;
create trigger term_tasks_of_removed after delete on term
  referencing old table as removed for each statement execute function keep_tasks_of_removed_terms();

create trigger seat_tasks_of_new after insert on seat
  referencing new table as changed for each statement execute function keep_term_tasks();
create trigger seat_tasks_of_removed after delete on seat
  referencing old table as changed for each statement execute function keep_term_tasks();

-- Seats that only follow their place change nothing, and do not say when it was.
create function keep_tasks_of_changed_seats() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(
    select seat.committee_id from changed as seat join before on before.id = seat.id
    where (seat.since, seat.until, seat.counts_to_last_day, seat.taken_out)
      is distinct from (before.since, before.until, before.counts_to_last_day, before.taken_out)
  );
begin
  perform keep_tasks_of_terms(ids, (select max(updated_at) from changed));
  return null;
end
$$;
create trigger seat_tasks_of_changed after update on seat
  referencing old table as before new table as changed for each statement execute function keep_tasks_of_changed_seats();

-- A committee that has just been entered, before or after its first term.
create function directory.keep_tasks_of_committees(ids uuid[], at timestamptz) returns void
language plpgsql
security definer
set search_path = members, pg_temp
as $$
begin
  perform keep_tasks_of_terms(ids, at);
end
$$;
revoke all on function directory.keep_tasks_of_committees from public;
grant execute on function directory.keep_tasks_of_committees to hub_organizations;

-- ── what was there before ───────────────────────────────────────────────────────────────────────

create or replace function directory.keep_all_tasks_of_members(at timestamptz) returns void
language plpgsql
security definer
set search_path = members, pg_temp
as $$
declare
  applications uuid[] := array(select id from application where state = 'SUBMITTED');
begin
  perform keep_tasks_of_registrations(array(select id from registration where state = 'SUBMITTED'), at);
  perform directory.keep_tasks('Application', applications, application_task_calls(applications), at);
  perform keep_tasks_of_liaisons(array(select distinct organization_id from membership where left_on is null order by 1), at);
  perform keep_tasks_of_terms(array(select committee_id from term), at);
end
$$;

-- Where `activities` was migrated before this subgraph, as separate processes may do, its 0028 did not
-- find what this one calls for.
do $$ begin
  if to_regprocedure('directory.keep_tasks(text, uuid[], jsonb, timestamptz)') is not null then
    perform directory.keep_all_tasks_of_members(now());
  end if;
end $$;
