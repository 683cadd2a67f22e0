-- Positions name the entry that they stand on, and are sealed (docs/decisions/0012).

-- Hubs of before go on reading "epoch" while they are being replaced; it has no other use any more.
alter table update_log
  -- The last entry that was cleared; before the first it stands for the beginning of this log and no other.
  add column cleared_id uuid not null default gen_random_uuid(),
  -- Half of it authenticates, half encrypts. It goes with the log: whoever has the log can read it anyway.
  add column seal_key bytea not null default sha512(convert_to(concat(
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8'));
