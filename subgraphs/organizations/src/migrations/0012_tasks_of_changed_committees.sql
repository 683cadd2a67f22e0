-- A committee that stands on another organisation, or that is of another place from now on: what awaits somebody
-- because of it follows.

create trigger committee_tasks_of_changed after update on committee
  referencing new table as changed for each statement execute function tell_registrations();
