-- Partner systems and the hashes of their keys.

create table partner (
  name text primary key,
  organization_id uuid not null,
  scopes text[] not null,
  key_hash text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
