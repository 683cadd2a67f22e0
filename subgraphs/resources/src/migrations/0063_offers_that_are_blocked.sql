-- As in 0029; and an offer that is taken back, because the provider blocks its time, awaits nobody any more.
create or replace function keep_waiting_entry_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  -- Whoever has just joined was offered nothing yet.
  ids uuid[] := array(select id from changed where offered_until is not null or version > 1);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('WaitingEntry', ids, waiting_entry_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
