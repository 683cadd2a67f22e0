-- What the terms and secretaries of before call for.

do $$
begin
  -- The other subgraphs have their tables first; in a test of this one alone they may not be there.
  if to_regprocedure('directory.keep_all_tasks_of_members(timestamptz)') is not null then
    perform directory.keep_all_tasks_of_members(now());
  end if;
end
$$;
