-- An organisation that a committee stands on needs no liaison: its secretary acts for it. A committee that is
-- established while units of its place register is called, whichever of the two comes first.

create function keep_tasks_of_liaisons(ids uuid[], at timestamptz) returns void language plpgsql
set search_path from current as $$
begin
  if cardinality(ids) > 0 then
    -- Several liaisons and memberships of one unit may change at once: one after another sees what the one before
    -- has left.
    perform pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(ids) as id order by id;
    perform directory.keep_tasks('Organization', ids, liaison_task_calls(ids), at);
  end if;
end
$$;

create or replace function keep_liaison_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_liaisons(array(select distinct organization_id from changed order by 1),
    (select max(updated_at) from changed));
  return null;
end
$$;

-- Held by whoever registers with a place, and whoever establishes a committee there, until the end of the transaction.
create function hold_registrations_of(region_codes text[]) returns void language sql set search_path from current as $$
  select pg_advisory_xact_lock(hashtextextended('registrations of ' || code, 0))
  from (select distinct code from unnest(region_codes) as code order by 1) as place
$$;

create or replace function keep_registration_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform hold_registrations_of(array(select community_code from changed));
  perform keep_tasks_of_registrations(array(select id from changed), (select max(updated_at) from changed));
  return null;
end
$$;

-- A new committee answers what waits in its place, and acts for the organisation that it stands on.
create or replace function directory.committees_established(region_codes text[], at timestamptz) returns void
language plpgsql
security definer
set search_path = members, pg_temp
as $$
begin
  perform hold_registrations_of(region_codes);
  perform keep_tasks_of_registrations(
    array(select id from registration where community_code = any(region_codes) and state = 'SUBMITTED'), at);
  perform keep_tasks_of_liaisons(
    array(select distinct organization_id from directory.committee where region_code = any(region_codes) order by 1), at);
end
$$;

-- Makes the tasks of everything that may call for one: for what was entered before there were tasks. The subgraph
-- that keeps tasks asks for this when it has its tables.
create function directory.keep_all_tasks_of_members(at timestamptz) returns void
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
end
$$;
revoke all on function directory.keep_all_tasks_of_members from public;
grant execute on function directory.keep_all_tasks_of_members to hub_activities;
