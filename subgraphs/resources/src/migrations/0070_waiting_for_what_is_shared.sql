-- Only units with which a resource is shared wait for it, and nobody is offered a time who does not wait any more.

-- As in 0061; and the secretary of a committee acts for the unit that it stands on, and sees what belongs to that committee
-- and to those below it. A test holds this and the rule of sharing (kit/sharing/src/listed.ts) equal.
create or replace function is_shared_with(resource, unit_id uuid, at timestamptz) returns boolean
language sql stable set search_path from current as $$
  select $1.state = 'PUBLISHED' and (
    $1.provider_id = $2
    or $1.audience = 'PUBLIC'
    or $1.audience = 'ALLIANCE' and exists (
      select from directory.organization where id = $2 and alliance_code = $1.alliance_code)
    or $1.audience = 'COMMITTEE' and exists (
      select from directory.membership
      where committee_id = $1.committee_id and organization_id = $2 and (last_day is null or last_day >= day_of($3)))
    or exists (
      select from directory.committee as run
      where (run.id = $1.committee_id or $1.audience = 'ALLIANCE' and run.alliance_code = $1.alliance_code)
        and (run.organization_id = $2 or run.ancestor_ids && array(
          select id from directory.committee where organization_id = $2)))
  )
$$;

-- Whether an open entry ends: the offer or the time that is waited for is over, or the unit may not book the resource (any
-- more).
create function ends_now(waiting_entry, awaited resource, at timestamptz) returns boolean
language sql stable set search_path from current as $$
  select coalesce($1.offered_until, $1.starts_at) <= $3 or not is_shared_with($2, $1.organization_id, $3)
$$;

-- Whether what an entry waits for can be had. What is given up (bookings and entries) takes nothing.
create function can_be_offered(waiting_entry, awaited resource, at timestamptz, given_up uuid[]) returns boolean
language sql stable set search_path from current as $$
  select $1.quantity <= (
      select quantity from least_left($2.id, coalesce($2.capacity, 1),
        tstzrange($1.starts_at, minutes_after($1.ends_at, $2.buffer_minutes)), $4))
    and not ($2.has_rules and rule_obstacle($2.id, $1.starts_at, $1.ends_at, $3) is not null)
$$;

-- As in 0039; and whoever may not book the resource any more waits no longer; and an entry that was withdrawn at the same
-- time, by whatever does not lock the resource, is not offered.
create or replace function move_waiting_on(of_resource uuid, at timestamptz, given_up uuid[]) returns setof waiting_entry
language plpgsql set search_path from current as $$
declare
  awaited resource;
  entry waiting_entry;
begin
  if not exists (select from waiting_entry where resource_id = of_resource and state in ('WAITING', 'OFFERED')) then
    return;
  end if;
  select * into awaited from resource where id = of_resource;
  return query update waiting_entry set state = 'LAPSED', updated_at = at, version = version + 1
    where resource_id = of_resource and state in ('WAITING', 'OFFERED') and id <> all(given_up)
      and ends_now(waiting_entry, awaited, at)
    returning *;
  for entry in select * from waiting_entry
    where resource_id = of_resource and state = 'WAITING' and id <> all(given_up) order by line_number
  loop
    continue when not can_be_offered(entry, awaited, at, given_up);
    return query update waiting_entry set state = 'OFFERED', offered_until = offer_ends(entry.starts_at, at),
        buffer_minutes = awaited.buffer_minutes, updated_at = at, version = version + 1
      where id = entry.id and state = 'WAITING' returning *;
  end loop;
end
$$;
