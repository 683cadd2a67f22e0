-- What awaits somebody because of these records. The open tasks are kept by triggers, so that they are at any moment
-- exactly those that the records call for, whatever changed them.

-- ── registrations ───────────────────────────────────────────────────────────────────────────────

-- A registration awaits the committees of its place, or the operators where there is none, until it is answered.
create function registration_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'ACCEPT_REGISTRATION',
    'recordId', registration.id,
    'committeeId', committee.id,
    'regionCode', case when committee.id is null then registration.alliance_code end,
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

create function keep_tasks_of_registrations(ids uuid[], at timestamptz) returns void language plpgsql
set search_path from current as $$
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Registration', ids, registration_task_calls(ids), at);
  end if;
end
$$;

create function keep_registration_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_registrations(array(select id from changed), (select max(updated_at) from changed));
  return null;
end
$$;
create trigger registration_tasks_of_new after insert on registration
  referencing new table as changed for each statement execute function keep_registration_tasks();
create trigger registration_tasks_of_changed after update on registration
  referencing new table as changed for each statement execute function keep_registration_tasks();

-- A new committee answers what waits in its place.
create function directory.committees_established(region_codes text[], at timestamptz) returns void
language plpgsql
security definer
set search_path = members, pg_temp
as $$
begin
  perform keep_tasks_of_registrations(
    array(select id from registration where community_code = any(region_codes) and state = 'SUBMITTED'), at);
end
$$;
revoke all on function directory.committees_established from public;
grant execute on function directory.committees_established to hub_organizations;

-- ── applications ────────────────────────────────────────────────────────────────────────────────

create function application_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'DECIDE_APPLICATION',
    'recordId', application.id,
    'committeeId', application.committee_id,
    'state', case application.state when 'SUBMITTED' then 'OPEN' when 'WITHDRAWN' then 'LAPSED' else 'DONE' end,
    'opensAt', application.created_at,
    'facts', jsonb_build_object(
      'organization', jsonb_build_object('unit', application.organization_id),
      'committee', jsonb_build_object('committee', application.committee_id)
    )
  )), '[]')
  from application where application.id = any(ids)
$$;

create function keep_application_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Application', ids, application_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger application_tasks_of_new after insert on application
  referencing new table as changed for each statement execute function keep_application_tasks();
create trigger application_tasks_of_changed after update on application
  referencing new table as changed for each statement execute function keep_application_tasks();

-- ── liaisons ────────────────────────────────────────────────────────────────────────────────────

-- A member unit without a liaison awaits the operators: only they may name the first one. For the organisation that
-- a committee stands on, the committee's secretary acts.
create function liaison_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'NAME_LIAISON',
    'recordId', unit.id,
    'regionCode', unit.alliance_code,
    'state', case when unit.has_liaison then 'DONE' when unit.since is null then 'LAPSED' else 'OPEN' end,
    'opensAt', coalesce(unit.since, to_timestamp(0)),
    'facts', jsonb_build_object('organization', jsonb_build_object('unit', unit.id))
  )), '[]')
  from (
    select organization.id, organization.alliance_code,
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

create function keep_liaison_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select distinct organization_id from changed order by 1);
begin
  if cardinality(ids) > 0 then
    -- Several liaisons and memberships of one unit may change at once: one after another sees what the one before
    -- has left.
    perform pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(ids) as id;
    perform directory.keep_tasks('Organization', ids, liaison_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger liaison_tasks_of_new after insert on liaison
  referencing new table as changed for each statement execute function keep_liaison_tasks();
create trigger liaison_tasks_of_changed after update on liaison
  referencing new table as changed for each statement execute function keep_liaison_tasks();

-- ── memberships ─────────────────────────────────────────────────────────────────────────────────

create trigger membership_tasks_of_new after insert on membership
  referencing new table as changed for each statement execute function keep_liaison_tasks();
create trigger membership_tasks_of_changed after update on membership
  referencing new table as changed for each statement execute function keep_liaison_tasks();

-- The open calls for lists of a committee await the units that it has now.
create function tell_rounds() returns trigger language plpgsql set search_path from current as $$
begin
  perform directory.units_changed(array(select distinct committee_id from changed),
    (select max(updated_at) from changed));
  return null;
end
$$;
create trigger membership_rounds_of_new after insert on membership
  referencing new table as changed for each statement execute function tell_rounds();
create trigger membership_rounds_of_changed after update on membership
  referencing new table as changed for each statement execute function tell_rounds();
