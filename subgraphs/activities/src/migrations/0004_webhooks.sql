-- Webhooks (docs/decisions/0009): where deliveries go, what is to be delivered, and how each attempt went.

create table webhook_endpoint (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  organization_id uuid not null,
  address text not null,
  label text,
  filter jsonb not null,
  state text not null check (state in ('ENABLED', 'DISABLED', 'ENDED')),
  -- Why it is no longer enabled, and since when it has been in its state.
  reason text,
  state_since timestamptz not null,
  -- Encrypted; the key that did it is known by its id.
  sealed_secret text not null,
  secret_key_id text not null,
  -- Valid next to the new one for some time.
  sealed_previous_secret text,
  previous_secret_until timestamptz,
  -- Everything in the log up to here has become deliveries, or was not for this endpoint.
  cursor_number bigint not null,
  -- The first failure behind the last success; who fails is tried one delivery at a time.
  failing_since timestamptz,
  -- The receiver asked to be left alone until then.
  paused_until timestamptz,
  -- When it was found that the log no longer has all that came while the endpoint was disabled.
  missed_at timestamptz,
  check (state <> 'ENABLED' or reason is null)
);
create index webhook_endpoint_organization on webhook_endpoint (organization_id, id);
create index webhook_endpoint_enabled on webhook_endpoint (cursor_number) where state = 'ENABLED';

create table webhook_delivery (
  id uuid primary key,
  created_at timestamptz not null,
  endpoint_id uuid not null references webhook_endpoint,
  -- Of the update log, which is cleared some day; null for a test delivery.
  update_id uuid,
  update_number bigint,
  activity_id uuid,
  update_type text,
  state text not null check (state in ('PENDING', 'DELIVERED', 'WITHHELD', 'GIVEN_UP')),
  finished_at timestamptz,
  -- Attempts that failed since it was last begun with, and when the next one is due.
  failures integer not null default 0,
  due_at timestamptz not null,
  -- Who makes an attempt says so and until when, by the clock of the database.
  lease_id uuid,
  leased_until timestamptz,
  check ((update_id is null) = (update_number is null) and (update_id is null) = (activity_id is null)),
  check ((state = 'PENDING') = (finished_at is null))
);
create unique index webhook_delivery_once on webhook_delivery (endpoint_id, update_id);
create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, id);
create index webhook_delivery_pending on webhook_delivery (endpoint_id, update_number)
  where state = 'PENDING' and update_id is not null;
create index webhook_delivery_order on webhook_delivery (endpoint_id, activity_id, update_number)
  where state = 'PENDING' and update_id is not null;
create index webhook_delivery_leased on webhook_delivery (endpoint_id)
  where state = 'PENDING' and leased_until is not null;
create index webhook_delivery_age on webhook_delivery (created_at);

create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery on delete cascade,
  number integer not null,
  at timestamptz not null,
  -- Of HTTP; null where no answer came.
  status integer,
  duration_ms integer not null,
  error text,
  primary key (delivery_id, number)
);
