-- Reminders are notices that time leaves, not a change. What has been reminded of is kept, so that each occasion is
-- told once, whatever happens to the processes that do it.

create function nine_on(day date) returns timestamptz language sql immutable parallel safe as $$
  select (day + time '09:00') at time zone 'Asia/Shanghai'
$$;

create table reminder (
  noun text not null,
  record_id uuid not null,
  -- The time that it is about: when something begins or is due. What was moved has another one.
  occasion timestamptz not null,
  left_at timestamptz not null,
  primary key (noun, record_id, occasion)
);
create index reminder_age on reminder (left_at);
create index task_due_soon on task (due_at) where state = 'OPEN' and due_at is not null;
