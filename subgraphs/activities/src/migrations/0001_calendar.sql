-- Activities with their participants and agendas, and the issues of committees.

create table activity (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  host_id uuid not null,
  title text not null,
  kind text not null check (kind in ('SERVICE', 'MEETING', 'THEMED_DAY', 'TRAINING', 'CULTURE', 'CONTEST', 'OTHER')),
  state text not null check (state in ('SCHEDULED', 'RESCHEDULED', 'CANCELLED', 'HELD')),
  -- To the millisecond, as cursors carry it.
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  audience text not null check (audience in ('PUBLIC', 'ALLIANCE', 'COMMITTEE', 'PARTIES')),
  venue_id uuid,
  description text,
  theme text,
  -- Sum over the participants, changed in their transaction under this row's lock.
  attendance integer not null default 0 check (attendance >= 0),
  cancel_reason text,
  held_at timestamptz,
  -- The participants' ids once more, the host's among them: who is named in the record sees it.
  participant_ids uuid[] not null,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  search_key text not null,
  search_grams text[] not null,
  -- Lists of what overlaps a range count on the longest length: it bounds where they look.
  constraint activity_length check (ends_at > starts_at and ends_at - starts_at <= interval '31 days'),
  constraint activity_cancelled check ((state = 'CANCELLED') = (cancel_reason is not null)),
  constraint activity_held check ((state = 'HELD') = (held_at is not null)),
  constraint activity_host_takes_part check (host_id = any (participant_ids)),
  -- What participants repeat of their activity must stay equal to it.
  constraint activity_start unique (id, starts_at)
);
create index activity_time on activity (starts_at, id);
-- "This place and all below it" for every level, in the order of the list.
create index activity_path_1 on activity ((region_path[1]), starts_at, id);
create index activity_path_2 on activity ((region_path[2]), starts_at, id);
create index activity_path_3 on activity ((region_path[3]), starts_at, id);
create index activity_path_4 on activity ((region_path[4]), starts_at, id);
create index activity_path_5 on activity ((region_path[5]), starts_at, id);
create index activity_path_6 on activity ((region_path[6]), starts_at, id);
create index activity_committee on activity (committee_id, starts_at, id);
create index activity_participants on activity using gin (participant_ids);
create index activity_search on activity using gin (search_grams);

create table participant (
  activity_id uuid not null,
  organization_id uuid not null,
  -- The activity's, for the order of an organisation's activities; PostgreSQL keeps it equal.
  starts_at timestamptz(3) not null,
  joined_at timestamptz not null,
  attendance integer check (attendance between 0 and 1000000),
  primary key (activity_id, organization_id),
  -- Checked at the end: one flush writes an activity and its host in an order of its own.
  constraint participant_activity foreign key (activity_id, starts_at) references activity (id, starts_at)
    on update cascade deferrable initially deferred
);
-- What an organisation hosts or takes part in, in the order of the list.
create index participant_organization on participant (organization_id, starts_at, activity_id);

create table agenda_item (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  activity_id uuid not null references activity,
  title text not null,
  detail text,
  proposed_by_organization_id uuid,
  position integer not null check (position >= 1),
  -- Others have seen it: it is taken off the agenda, not deleted.
  removed_at timestamptz,
  remove_reason text,
  constraint agenda_item_position unique (activity_id, position)
);

create table issue (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  activity_id uuid references activity,
  title text not null,
  owner_id uuid not null,
  measure text,
  deadline date,
  state text not null check (state in ('RAISED', 'RESOLVED')),
  raised_at timestamptz not null,
  resolved_at timestamptz,
  outcome text,
  audience text not null default 'COMMITTEE' check (audience in ('PUBLIC', 'ALLIANCE', 'COMMITTEE', 'PARTIES')),
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  constraint issue_resolved check (
    (state = 'RESOLVED') = (resolved_at is not null) and (state = 'RESOLVED') = (outcome is not null)
  )
);
create index issue_path_1 on issue ((region_path[1]), id desc);
create index issue_path_2 on issue ((region_path[2]), id desc);
create index issue_path_3 on issue ((region_path[3]), id desc);
create index issue_path_4 on issue ((region_path[4]), id desc);
create index issue_path_5 on issue ((region_path[5]), id desc);
create index issue_path_6 on issue ((region_path[6]), id desc);
create index issue_committee on issue (committee_id, id desc);
create index issue_owner on issue (owner_id, id desc);
create index issue_activity on issue (activity_id);

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
