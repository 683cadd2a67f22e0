-- The resources whose waiting lists change if they are moved on now, by what "move_waiting_on" asks of each entry. Nothing is
-- locked: whoever moves a list on asks again under the lock of the resource's row.
create function changing_lists(at timestamptz) returns setof uuid
language sql stable set search_path from current as $$
  select distinct entry.resource_id
  from waiting_entry as entry join resource as awaited on awaited.id = entry.resource_id
  where entry.state in ('WAITING', 'OFFERED') and case
    when ends_now(entry, awaited, at) then true
    else entry.state = 'WAITING' and can_be_offered(entry, awaited, at, '{}') end
$$;
