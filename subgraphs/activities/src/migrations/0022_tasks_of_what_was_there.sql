-- What was entered before there were tasks awaits somebody, too.

do $$
declare
  issues uuid[] := array(select id from issue where state = 'RAISED');
  activities uuid[] := array(select id from activity where state in ('SCHEDULED', 'RESCHEDULED'));
begin
  perform directory.keep_tasks('Issue', issues, issue_task_calls(issues), now());
  perform directory.keep_tasks('Activity', activities, activity_task_calls(activities), now());
  -- The other subgraphs have their tables first; in a test of this one alone they may not be there.
  if to_regprocedure('directory.keep_all_tasks_of_members(timestamptz)') is not null then
    perform directory.keep_all_tasks_of_members(now());
  end if;
  if to_regprocedure('directory.keep_all_tasks_of_resources(timestamptz)') is not null then
    perform directory.keep_all_tasks_of_resources(now());
  end if;
end
$$;
