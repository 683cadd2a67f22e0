-- As in 0014; and the round that a changed need answered before is looked at, too: it may be answered no longer.
create function keep_answer_tasks_of_changed() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_rounds(
    array(select collection_round_id from previous where collection_round_id is not null
      union select collection_round_id from changed where collection_round_id is not null),
    (select max(updated_at) from changed));
  return null;
end
$$;
drop trigger answer_tasks_of_changed on need;
create trigger answer_tasks_of_changed after update on need
  referencing old table as previous new table as changed for each statement execute function keep_answer_tasks_of_changed();

-- What was changed before. Where `activities` has not been migrated yet, as in separate processes, it does this itself.
do $$ begin
  if to_regprocedure('directory.keep_tasks(text, uuid[], jsonb, timestamptz)') is not null then
    perform keep_tasks_of_rounds(array(select id from collection_round where state = 'OPEN'), now());
  end if;
end $$;
