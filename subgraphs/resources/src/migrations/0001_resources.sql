-- Resources, needs, collection rounds and bookings, and the view by which the others know resources.

create table resource (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  kind text not null check (kind in ('VENUE', 'EQUIPMENT', 'EXPERTISE', 'SERVICE', 'FUNDS', 'INFORMATION', 'POST')),
  venue_kind text constraint resource_only_venues_have_a_kind check (venue_kind is null or kind = 'VENUE'),
  function_areas text[] not null default '{}',
  demonstration boolean not null default false,
  provider_id uuid not null,
  committee_id uuid,
  audience text not null check (audience in ('PUBLIC', 'ALLIANCE', 'COMMITTEE', 'PARTIES')),
  capacity integer check (capacity between 1 and 1000000),
  unit text,
  description text,
  approval boolean not null default false,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  search_key text not null,
  search_grams text[] not null,
  constraint resource_committee_for_its_units check (audience <> 'COMMITTEE' or committee_id is not null),
  constraint resource_published check ((state = 'DRAFT') = (published_at is null)),
  constraint resource_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
  -- What a booking repeats of its resource must stay equal to it.
  constraint resource_provider unique (id, provider_id)
);
-- "This place and all below it" for every level, in the order of the list.
create index resource_path_1 on resource ((region_path[1]), id desc);
create index resource_path_2 on resource ((region_path[2]), id desc);
create index resource_path_3 on resource ((region_path[3]), id desc);
create index resource_path_4 on resource ((region_path[4]), id desc);
create index resource_path_5 on resource ((region_path[5]), id desc);
create index resource_path_6 on resource ((region_path[6]), id desc);
create index resource_kind on resource (kind, id desc);
create index resource_committee on resource (committee_id, id desc);
create index resource_of_provider on resource (provider_id, id desc);
create index resource_search on resource using gin (search_grams);

create table collection_round (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  title text not null,
  opens_on date not null,
  closes_on date not null,
  state text not null check (state in ('OPEN', 'CLOSED')),
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  constraint collection_round_days check (closes_on >= opens_on)
);
create index collection_round_committee on collection_round (committee_id, id desc);

create table need (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  kind text not null check (kind in ('VENUE', 'EQUIPMENT', 'EXPERTISE', 'SERVICE', 'FUNDS', 'INFORMATION', 'POST', 'WISH')),
  organization_id uuid not null,
  committee_id uuid,
  audience text not null check (audience in ('PUBLIC', 'ALLIANCE', 'COMMITTEE', 'PARTIES')),
  quantity integer check (quantity between 1 and 1000000),
  unit text,
  description text,
  needed_by date,
  collection_round_id uuid references collection_round,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  search_key text not null,
  search_grams text[] not null,
  constraint need_committee_for_its_units check (audience <> 'COMMITTEE' or committee_id is not null),
  constraint need_published check ((state = 'DRAFT') = (published_at is null)),
  constraint need_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index need_path_1 on need ((region_path[1]), id desc);
create index need_path_2 on need ((region_path[2]), id desc);
create index need_path_3 on need ((region_path[3]), id desc);
create index need_path_4 on need ((region_path[4]), id desc);
create index need_path_5 on need ((region_path[5]), id desc);
create index need_path_6 on need ((region_path[6]), id desc);
create index need_kind on need (kind, id desc);
create index need_committee on need (committee_id, id desc);
create index need_organization on need (organization_id, id desc);
create index need_collection_round on need (collection_round_id, id desc);
create index need_search on need using gin (search_grams);

create table booking (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource_id uuid not null,
  organization_id uuid not null,
  provider_id uuid not null,
  committee_id uuid,
  -- Milliseconds, as everywhere outside: a cursor of the list must read back as the same instant.
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  quantity integer not null check (quantity between 1 and 1000000),
  exclusive boolean not null,
  state text not null check (state in ('REQUESTED', 'CONFIRMED', 'DENIED', 'CANCELLED', 'DONE')),
  purpose text,
  reason text,
  foreign key (resource_id, provider_id) references resource (id, provider_id),
  constraint booking_range check (ends_at > starts_at),
  constraint booking_exclusive_is_one check (not exclusive or quantity = 1),
  -- The last word on a resource that one unit uses at a time, whatever the code above it does.
  constraint booking_one_at_a_time exclude using gist (resource_id with =, during with &&)
    where (exclusive and state in ('REQUESTED', 'CONFIRMED'))
);
create index booking_resource on booking (resource_id, starts_at, id);
create index booking_taken on booking using gist (resource_id, during) where (state in ('REQUESTED', 'CONFIRMED', 'DONE'));
create index booking_during on booking using gist (during);
create index booking_organization on booking (organization_id, id desc);
create index booking_provider on booking (provider_id, id desc);

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

create view directory.resource as
  select id, kind, provider_id, audience, state, alliance_code, committee_id, region_path from resource;
grant select on directory.resource to hub_activities, hub_gateway;
