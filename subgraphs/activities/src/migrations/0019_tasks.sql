-- What awaits somebody because of these records. The open tasks are kept by triggers, so that they are at any moment
-- exactly those that the records call for, whatever changed them.

create function midnight(day date) returns timestamptz language sql immutable parallel safe as $$
  select day::timestamp at time zone 'Asia/Shanghai'
$$;

-- An issue awaits its owner until it is resolved; it is due at the end of its last day.
create function issue_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'RESOLVE_ISSUE',
    'recordId', issue.id,
    'organizationId', issue.owner_id,
    'state', case issue.state when 'RAISED' then 'OPEN' else 'DONE' end,
    'opensAt', issue.raised_at,
    'dueAt', midnight(issue.deadline + 1),
    'facts', jsonb_build_object(
      'issue', jsonb_build_object('record', jsonb_build_array('Issue', issue.id)),
      'deadline', case when issue.deadline is not null then jsonb_build_object('day', issue.deadline) end
    )
  )), '[]')
  from issue where issue.id = any(ids)
$$;

create function keep_issue_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Issue', ids, issue_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger issue_tasks_of_new after insert on issue
  referencing new table as changed for each statement execute function keep_issue_tasks();
create trigger issue_tasks_of_changed after update on issue
  referencing new table as changed for each statement execute function keep_issue_tasks();

-- From its end on an activity awaits its host: it took place, or it did not. After three months nobody asks any more.
create function activity_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'CLOSE_ACTIVITY',
    'recordId', activity.id,
    'organizationId', activity.host_id,
    'state', case activity.state when 'HELD' then 'DONE' when 'CANCELLED' then 'LAPSED' else 'OPEN' end,
    'opensAt', activity.ends_at,
    'dueAt', activity.ends_at + interval '7 days',
    'closesAt', activity.ends_at + interval '90 days',
    'facts', jsonb_build_object(
      'activity', jsonb_build_object('record', jsonb_build_array('Activity', activity.id)),
      'during', jsonb_build_object('from', activity.starts_at, 'to', activity.ends_at)
    )
  )), '[]')
  from activity where activity.id = any(ids)
$$;

create function keep_activity_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Activity', ids, activity_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger activity_tasks_of_new after insert on activity
  referencing new table as changed for each statement execute function keep_activity_tasks();
create trigger activity_tasks_of_changed after update on activity
  referencing new table as changed for each statement execute function keep_activity_tasks();
