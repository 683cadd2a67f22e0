-- Secret addresses under which calendar programs read what a unit or a committee has on its calendar.

create table calendar_feed (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Whose calendar it is: one of the two.
  organization_id uuid,
  committee_id uuid,
  label text,
  -- SHA-256 of the secret, which is 256 random bits and kept nowhere.
  secret_hash text not null,
  revoked_at timestamptz,
  constraint calendar_feed_owner check (num_nonnulls(organization_id, committee_id) = 1),
  constraint calendar_feed_secret unique (secret_hash)
);
create index calendar_feed_organization on calendar_feed (organization_id, id) where revoked_at is null;
create index calendar_feed_committee on calendar_feed (committee_id, id) where revoked_at is null;
