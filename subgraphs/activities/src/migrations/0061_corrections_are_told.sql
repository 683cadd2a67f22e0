-- What was corrected of an activity, its agenda and its attendance, as its page shows it to those who may see the activity.

create table correction (
  id uuid primary key,
  activity_id uuid not null references activity,
  at timestamptz not null,
  -- Which fields, and facts of which the old and new values are put into words when somebody reads them.
  fields jsonb not null,
  reason text
);
create index correction_activity on correction (activity_id, at, id);
