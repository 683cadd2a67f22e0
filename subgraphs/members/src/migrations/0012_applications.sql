-- A unit proposes itself for a committee (入会申请); whoever runs the committee accepts it or sends it back.

create table application (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
  message text,
  -- When it left the state SUBMITTED.
  settled_at timestamptz,
  return_reason text,
  membership_id uuid references membership,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  constraint application_settled check ((state = 'SUBMITTED') = (settled_at is null)),
  constraint application_returned check ((state = 'RETURNED') = (return_reason is not null)),
  constraint application_accepted check ((state = 'ACCEPTED') = (membership_id is not null))
);
-- A unit applies to a committee once at a time.
create unique index application_one_open on application (committee_id, organization_id) where state = 'SUBMITTED';
create index application_committee on application (committee_id, id desc);
create index application_organization on application (organization_id, id desc);
create index application_path_1 on application ((region_path[1]), id desc);
create index application_path_2 on application ((region_path[2]), id desc);
create index application_path_3 on application ((region_path[3]), id desc);
create index application_path_4 on application ((region_path[4]), id desc);
create index application_path_5 on application ((region_path[5]), id desc);
