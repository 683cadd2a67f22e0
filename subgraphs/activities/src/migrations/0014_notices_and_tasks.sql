-- What somebody was told (notices), and what awaits somebody (tasks). Every subgraph leaves the one and keeps the
-- other with two published functions, in the transaction of its change; it reads neither.

create function uuid_v7(at timestamptz) returns uuid language sql volatile as $$
  -- 48 bits of milliseconds, the version, random bits (RFC 9562, section 5.7).
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- ── notices ─────────────────────────────────────────────────────────────────────────────────────

create table notice (
  id uuid primary key,
  -- From the sequence of the update log: what happened and who was told have one order, and one rule says up to
  -- where nothing can appear any more (0003).
  number bigint not null default nextval('activity_update_number_seq'),
  noun text not null,
  type text not null,
  record_id uuid not null,
  organization_id uuid,
  committee_id uuid,
  subject text,
  addressee text not null generated always as (coalesce('unit:' || organization_id::text,
    'committee:' || committee_id::text, 'person:' || subject)) stored,
  -- Ids, times and numbers of which the words are made when somebody reads them.
  facts jsonb not null,
  occurred_at timestamptz not null,
  check (num_nonnulls(organization_id, committee_id, subject) = 1)
);
create unique index notice_number on notice (number);
create index notice_addressee on notice (addressee, number desc);
create index notice_record on notice (record_id, number desc);
create index notice_age on notice (occurred_at);

create table notice_log (
  single boolean primary key default true check (single),
  cleared_number bigint not null default 0,
  cleared_id uuid not null default gen_random_uuid(),
  seal_key bytea not null default sha512(convert_to(concat(
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8'))
);
insert into notice_log default values;

create trigger notice_announce before insert on notice for each statement execute function announce_writer();

create function wake_notice_readers() returns trigger language plpgsql set search_path from current as $$
begin
  perform pg_notify('notice', '');
  return null;
end
$$;
create trigger notice_wake after insert on notice for each statement execute function wake_notice_readers();

-- Who has read what.
create table notice_mark (
  subject text not null,
  notice_id uuid not null references notice on delete cascade,
  read_at timestamptz not null,
  primary key (notice_id, subject)
);

-- The notices of one change; one of a type about a record is left with an addressee once.
create function directory.leave_notices(notices jsonb, at timestamptz) returns void
language sql
security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = activities, pg_temp
as $$
  insert into notice (id, noun, type, record_id, organization_id, committee_id, subject, facts, occurred_at)
  select distinct on (noun, type, "recordId", "organizationId", "committeeId", subject)
    id, noun, type, "recordId", "organizationId", "committeeId", subject, coalesce(facts, '{}'), $2
  from jsonb_to_recordset($1) as given(id uuid, noun text, type text, "recordId" uuid, "organizationId" uuid,
    "committeeId" uuid, subject text, facts jsonb)
$$;

-- ── tasks ───────────────────────────────────────────────────────────────────────────────────────

create table task (
  id uuid primary key,
  kind text not null,
  noun text not null,
  record_id uuid not null,
  -- Tells apart what one record calls for again and again, such as the third time that a commitment is due.
  occurrence integer not null default 0,
  organization_id uuid,
  committee_id uuid,
  -- Awaits the operators of this place.
  region_code text,
  addressee text not null generated always as (coalesce('unit:' || organization_id::text,
    'committee:' || committee_id::text, 'operator:' || region_code)) stored,
  -- As the records left it. Whether an open one awaits somebody now also depends on the two times below: they are
  -- read, not stored, so that no job has to run.
  state text not null check (state in ('OPEN', 'DONE', 'LAPSED')),
  opens_at timestamptz not null,
  closes_at timestamptz,
  due_at timestamptz,
  facts jsonb not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  check (num_nonnulls(organization_id, committee_id, region_code) = 1),
  check ((state = 'OPEN') = (settled_at is null))
);
create unique index task_one_open on task (record_id, kind, addressee, occurrence) where state = 'OPEN';
create index task_due on task (addressee, state, (coalesce(due_at, 'infinity')), id);

-- Makes the open tasks of some records those that the records call for. Each noun that calls for tasks has
-- triggers on its tables that call this for the records that a statement changed.
--
-- calls: {kind, recordId, occurrence?, organizationId | committeeId | regionCode, state, opensAt, closesAt?, dueAt?, facts}; a state other
-- than OPEN says how an open task ended. A task that is no longer called for has lapsed.
create function directory.keep_tasks(noun text, record_ids uuid[], calls jsonb, at timestamptz) returns void
language sql
security definer
set search_path = activities, pg_temp
as $$
  with call as (
    select given.*, coalesce('unit:' || "organizationId"::text, 'committee:' || "committeeId"::text,
      'operator:' || "regionCode") as addressee,
      coalesce(given.occurrence, 0) as the_occurrence
    from jsonb_to_recordset($3) as given(kind text, "recordId" uuid, occurrence integer, "organizationId" uuid,
      "committeeId" uuid, "regionCode" text, state text, "opensAt" timestamptz, "closesAt" timestamptz, "dueAt" timestamptz, facts jsonb)
  ),
  settled as (
    update task set settled_at = $4, state = coalesce((
      select call.state from call
      where call.kind = task.kind and call."recordId" = task.record_id and call.addressee = task.addressee
        and call.the_occurrence = task.occurrence
    ), 'LAPSED')
    where task.record_id = any($2) and task.noun = $1 and task.state = 'OPEN' and not exists (
      select from call where call.state = 'OPEN'
        and call.kind = task.kind and call."recordId" = task.record_id and call.addressee = task.addressee
        and call.the_occurrence = task.occurrence
    )
  ),
  changed as (
    update task set opens_at = call."opensAt", closes_at = call."closesAt", due_at = call."dueAt", facts = call.facts
    from call
    where call.state = 'OPEN' and task.record_id = call."recordId" and task.kind = call.kind
      and task.addressee = call.addressee and task.occurrence = call.the_occurrence and task.state = 'OPEN'
      and (task.opens_at, task.closes_at, task.due_at, task.facts)
        is distinct from (call."opensAt", call."closesAt", call."dueAt", call.facts)
  )
  insert into task (id, kind, noun, record_id, occurrence, organization_id, committee_id, region_code, state, opens_at, closes_at, due_at,
    facts, created_at)
  select uuid_v7($4), kind, $1, "recordId", the_occurrence, "organizationId", "committeeId", "regionCode", 'OPEN', "opensAt", "closesAt", "dueAt",
    facts, $4
  from call where state = 'OPEN'
  on conflict (record_id, kind, addressee, occurrence) where state = 'OPEN' do nothing
$$;

revoke all on function directory.leave_notices, directory.keep_tasks from public;
grant execute on function directory.leave_notices, directory.keep_tasks
  to hub_organizations, hub_members, hub_resources;
