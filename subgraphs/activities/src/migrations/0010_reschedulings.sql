-- What an activity's time was before it was moved, and why it was moved.

create table rescheduling (
  id uuid primary key,
  activity_id uuid not null references activity,
  at timestamptz not null,
  from_starts_at timestamptz(3) not null,
  from_ends_at timestamptz(3) not null,
  to_starts_at timestamptz(3) not null,
  to_ends_at timestamptz(3) not null,
  reason text
);
create index rescheduling_activity on rescheduling (activity_id, at, id);
