-- What the records that were there before called for, in this subgraph and in those that were migrated before it.

do $$
declare
  ids uuid[];
begin
  ids := array(select id from issue where state = 'RAISED');
  perform directory.keep_tasks('Issue', ids, issue_task_calls(ids), now());
  ids := array(select id from activity where state in ('SCHEDULED', 'RESCHEDULED'));
  perform directory.keep_tasks('Activity', ids, activity_task_calls(ids), now());
  if to_regprocedure('directory.call_for_tasks_of_members()') is not null then
    perform directory.call_for_tasks_of_members();
  end if;
  if to_regprocedure('directory.call_for_tasks_of_resources()') is not null then
    perform directory.call_for_tasks_of_resources();
  end if;
end
$$;
