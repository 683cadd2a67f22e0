-- A new committee answers the registrations that wait in its place.

create function tell_registrations() returns trigger language plpgsql set search_path from current as $$
begin
  perform directory.committees_established(array(select distinct region_code from changed),
    (select max(updated_at) from changed));
  return null;
end
$$;
create trigger committee_tasks_of_new after insert on committee
  referencing new table as changed for each statement execute function tell_registrations();
