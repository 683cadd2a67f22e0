-- The log of what happened on the calendar, and what its readers rely on (docs/decisions/0008).

create table activity_update (
  id uuid primary key,
  number bigint not null generated always as identity,
  type text not null check (type in ('SCHEDULED', 'RESCHEDULED', 'CANCELLED', 'HELD',
    'PARTICIPANT_JOINED', 'PARTICIPANT_LEFT', 'ATTENDANCE_RECORDED')),
  occurred_at timestamptz not null,
  activity_id uuid not null,
  -- The unit that joined, left or reported.
  organization_id uuid,
  -- Of the activity, as the change left it: what filters and the rule of sharing look at.
  kind text not null,
  committee_id uuid not null,
  audience text not null,
  participant_ids uuid[] not null,
  region_path text[] not null,
  alliance_code text not null,
  -- Checked at the end: one flush writes an activity and its update in an order of its own.
  constraint activity_update_activity foreign key (activity_id) references activity deferrable initially deferred
);
create unique index activity_update_number on activity_update (number);
create index activity_update_committee on activity_update (committee_id, number);
create index activity_update_activity on activity_update (activity_id, number);
create index activity_update_age on activity_update (occurred_at);

-- One row: which log this is, and up to where it has been cleared.
create table update_log (
  single boolean primary key default true check (single),
  epoch uuid not null default gen_random_uuid(),
  cleared_number bigint not null default 0
);
insert into update_log default values;

-- The number that was given last; 0 before the first.
create function last_update_number() returns bigint language sql volatile set search_path from current as $$
  select case when is_called then last_value else 0 end from activity_update_number_seq
$$;

-- Numbers are given in one order and committed in another. A writer therefore says, before it is given
-- any, behind which number its own will come, and says so until its transaction has ended: a shared
-- advisory lock whose key is that number below a mark of 16 bits (PostgreSQL, section 13.3.5).
create function announce_writer() returns trigger language plpgsql set search_path from current as $$
begin
  perform pg_advisory_xact_lock_shared((21845::bigint << 48) | last_update_number());
  return null;
end
$$;
create trigger activity_update_announce before insert on activity_update
  for each statement execute function announce_writer();

-- Up to here nothing can appear any more, for whoever looks afterwards. The number is read before the
-- writers: whoever was given a number up to it had announced itself before that, and is now either
-- still among the writers, or has ended and is seen by the next statement.
create function settled_update_number() returns bigint language plpgsql volatile set search_path from current as $$
declare
  settled bigint := last_update_number();
begin
  return least(settled, (
    select min(((classid::bigint & 65535) << 32) | objid::bigint) from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 21845
      and database = (select oid from pg_database where datname = current_database())
  ));
end
$$;

-- Readers, in whatever process, are woken when a change is committed.
create function wake_readers() returns trigger language plpgsql set search_path from current as $$
begin
  perform pg_notify('activity_update', '');
  return null;
end
$$;
create trigger activity_update_wake after insert on activity_update
  for each statement execute function wake_readers();
