-- A new committee needs a secretary, and one day a next term. What awaits the operators of the place of a unit follows it
-- into another place.

create function tell_terms() returns trigger language plpgsql set search_path from current as $$
begin
  perform directory.keep_tasks_of_committees(array(select id from changed), (select max(updated_at) from changed));
  return null;
end
$$;
create trigger committee_secretary_of_new after insert on committee
  referencing new table as changed for each statement execute function tell_terms();

create function tell_liaisons() returns trigger language plpgsql set search_path from current as $$
begin
  perform directory.keep_tasks_of_placed_units(
    array(select unit.id from changed as unit join before on before.id = unit.id
      where unit.region_code <> before.region_code order by 1),
    (select max(updated_at) from changed));
  return null;
end
$$;
create trigger organization_tasks_of_placed after update on organization
  referencing old table as before new table as changed for each statement execute function tell_liaisons();
