-- What the records that were there before called for. Of two subgraphs that are migrated one after the other, the
-- later one calls: the functions of the other are there then.

create function directory.call_for_tasks_of_members() returns void language plpgsql
security definer
set search_path = members, pg_temp
as $$
declare
  ids uuid[];
begin
  perform keep_tasks_of_registrations(array(select id from registration where state = 'SUBMITTED'), now());
  ids := array(select id from application where state = 'SUBMITTED');
  perform directory.keep_tasks('Application', ids, application_task_calls(ids), now());
  ids := array(select distinct organization_id from membership where left_on is null);
  perform directory.keep_tasks('Organization', ids, liaison_task_calls(ids), now());
end
$$;
revoke all on function directory.call_for_tasks_of_members from public;
grant execute on function directory.call_for_tasks_of_members to hub_activities;

do $$ begin
  if to_regprocedure('directory.keep_tasks(text, uuid[], jsonb, timestamptz)') is not null then
    perform directory.call_for_tasks_of_members();
  end if;
end $$;
