-- Who belongs to which committee, who sits in it, who acts for whom; and the views by which the
-- other subgraphs and the gateway know of it.

create table term (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  number integer not null check (number between 1 and 99),
  state text not null check (state in ('PLANNED', 'CURRENT', 'PAST')),
  starts_on date not null,
  ends_on date not null,
  -- A term that another one cut short may have lasted a single day.
  check (ends_on >= starts_on),
  constraint term_number_unique unique (committee_id, number)
);
create unique index term_one_current on term (committee_id) where state = 'CURRENT';

create table membership (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  organization_id uuid not null,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  leave_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check ((left_on is null) = (leave_reason is null))
);
-- A unit is a member of a committee once at a time.
create unique index membership_one_current on membership (committee_id, organization_id) where left_on is null;
create index membership_committee on membership (committee_id, joined_on, id) where left_on is null;
create index membership_organization on membership (organization_id, id desc);
create index membership_path_1 on membership ((region_path[1]), organization_id);
create index membership_path_2 on membership ((region_path[2]), organization_id);
create index membership_path_3 on membership ((region_path[3]), organization_id);
create index membership_path_4 on membership ((region_path[4]), organization_id);
create index membership_path_5 on membership ((region_path[5]), organization_id);

create table seat (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  term_id uuid not null references term,
  organization_id uuid not null,
  holder_name text not null,
  role text not null check (role in ('SECRETARY', 'DEPUTY_SECRETARY', 'MEMBER', 'PART_TIME')),
  subject text,
  since date not null,
  -- The last day; null while the seat is held. Never in the future: who leaves tomorrow is told tomorrow.
  until date check (until >= since),
  end_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check ((until is null) = (end_reason is null))
);
create unique index seat_one_secretary on seat (committee_id) where role = 'SECRETARY' and until is null;
create index seat_committee on seat (committee_id, since, id) where until is null;
create index seat_term on seat (term_id);
create index seat_subject on seat (subject) where until is null and subject is not null;
create index seat_path_1 on seat ((region_path[1]), role);
create index seat_path_2 on seat ((region_path[2]), role);
create index seat_path_3 on seat ((region_path[3]), role);
create index seat_path_4 on seat ((region_path[4]), role);
create index seat_path_5 on seat ((region_path[5]), role);

create table liaison (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  organization_id uuid not null,
  subject text not null,
  name text not null,
  ended_at timestamptz,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null
);
create unique index liaison_one_current on liaison (subject, organization_id) where ended_at is null;
create index liaison_organization on liaison (organization_id, id) where ended_at is null;

create table appointment (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  subject text not null,
  role text not null check (role in ('AUDITOR', 'OPERATOR')),
  ended_at timestamptz,
  region_code text not null,
  region_path text[] not null
);
create unique index appointment_one_current on appointment (subject, role, region_code) where ended_at is null;
create index appointment_path_1 on appointment ((region_path[1]), id desc) where ended_at is null;
create index appointment_path_2 on appointment ((region_path[2]), id desc) where ended_at is null;
create index appointment_path_3 on appointment ((region_path[3]), id desc) where ended_at is null;
create index appointment_path_4 on appointment ((region_path[4]), id desc) where ended_at is null;
create index appointment_path_5 on appointment ((region_path[5]), id desc) where ended_at is null;

create table registration (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  organization_id uuid not null,
  community_code text not null,
  state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
  headcount integer not null check (headcount between 1 and 1000000),
  responsible boolean not null default false,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check ((state = 'ACCEPTED') = (accepted_at is not null)),
  check ((state = 'RETURNED') = (returned_at is not null and return_reason is not null))
);
-- A unit that was sent back may register again; otherwise once with each community.
create unique index registration_one_standing on registration (organization_id, community_code)
  where state in ('SUBMITTED', 'ACCEPTED');
create index registration_organization on registration (organization_id, id desc);
create index registration_path_1 on registration ((region_path[1]), id desc);
create index registration_path_2 on registration ((region_path[2]), id desc);
create index registration_path_3 on registration ((region_path[3]), id desc);
create index registration_path_4 on registration ((region_path[4]), id desc);
create index registration_path_5 on registration ((region_path[5]), id desc);

-- Those that wait for an answer are few among many; their list must not walk past the others.
create index registration_waiting_3 on registration ((region_path[3]), id desc) where state = 'SUBMITTED';
create index registration_waiting_4 on registration ((region_path[4]), id desc) where state = 'SUBMITTED';
create index registration_waiting_5 on registration ((region_path[5]), id desc) where state = 'SUBMITTED';

create table team (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  kind text not null check (kind in ('DISTRICT_SQUAD', 'UNIT_SQUAD', 'PROFESSIONAL', 'WORKING_GROUP', 'VOLUNTEER')),
  organization_id uuid,
  committee_id uuid,
  headcount integer not null check (headcount between 1 and 1000000),
  specialities text[] not null default '{}',
  formed_on date not null,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check (num_nonnulls(organization_id, committee_id) = 1)
);
create index team_organization on team (organization_id, id desc);
create index team_committee on team (committee_id, id desc);
create index team_kind on team (kind, id desc);
create index team_path_1 on team ((region_path[1]), id desc);
create index team_path_2 on team ((region_path[2]), id desc);
create index team_path_3 on team ((region_path[3]), id desc);
create index team_path_4 on team ((region_path[4]), id desc);
create index team_path_5 on team ((region_path[5]), id desc);
create index team_path_6 on team ((region_path[6]), id desc);

create table idempotency (
  subject text not null,
  key text not null,
  action text not null,
  input_hash text not null,
  record_id text,
  snapshot text,
  created_at timestamptz not null,
  primary key (subject, key)
);

create view directory.membership as
  select committee_id, organization_id from membership where left_on is null;
create view directory.seat as
  select seat.subject, seat.committee_id, seat.organization_id, seat.role
  from seat join term on term.id = seat.term_id and term.state = 'CURRENT'
  where seat.until is null and seat.subject is not null;
create view directory.liaison as
  select subject, organization_id from liaison where ended_at is null;
create view directory.appointment as
  select subject, role, region_code from appointment where ended_at is null;
grant select on directory.membership, directory.seat, directory.liaison, directory.appointment
  to hub_organizations, hub_resources, hub_activities, hub_gateway;

-- A committee is established with its first term, in one transaction of the subgraph that owns
-- committees; that subgraph may do exactly this here, and nothing else.
create function directory.open_first_term(id uuid, committee_id uuid, number integer, starts_on date, ends_on date, at timestamptz)
returns void
language sql
security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = members, pg_temp
as $$
  insert into term (id, committee_id, number, state, starts_on, ends_on, created_at, updated_at)
  values ($1, $2, $3, 'CURRENT', $4, $5, $6, $6)
$$;
revoke all on function directory.open_first_term from public;
grant execute on function directory.open_first_term to hub_organizations;
