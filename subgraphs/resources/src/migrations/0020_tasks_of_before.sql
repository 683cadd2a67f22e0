-- What the records that were there before called for. Of two subgraphs that are migrated one after the other, the
-- later one calls: the functions of the other are there then.

create function directory.call_for_tasks_of_resources() returns void language plpgsql
security definer
set search_path = resources, pg_temp
as $$
declare
  ids uuid[];
begin
  ids := array(select id from booking where state = 'REQUESTED');
  perform directory.keep_tasks('Booking', ids, booking_task_calls(ids), now());
  ids := array(select id from agreement where state in ('PROPOSED', 'ACTIVE'));
  perform keep_tasks_of_agreements(ids, now());
  ids := array(select id from collection_round where state = 'OPEN' and midnight(closes_on + 1) > now());
  perform keep_tasks_of_rounds(ids, now());
end
$$;
revoke all on function directory.call_for_tasks_of_resources from public;
grant execute on function directory.call_for_tasks_of_resources to hub_activities;

do $$ begin
  if to_regprocedure('directory.keep_tasks(text, uuid[], jsonb, timestamptz)') is not null then
    perform directory.call_for_tasks_of_resources();
  end if;
end $$;
