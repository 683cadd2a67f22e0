-- Where `activities` was migrated before this subgraph, as separate processes may do, its 0022 found nothing here.

do $$ begin
  if to_regprocedure('directory.keep_tasks(text, uuid[], jsonb, timestamptz)') is not null then
    perform directory.keep_all_tasks_of_resources(now());
  end if;
end $$;
