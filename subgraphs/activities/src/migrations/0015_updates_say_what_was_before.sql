-- An update says what was before and why. Older entries do not know it.

alter table activity_update
  add column previous_starts_at timestamptz(3),
  add column previous_ends_at timestamptz(3),
  add column reason text,
  add constraint activity_update_previously check ((previous_starts_at is null) = (previous_ends_at is null));
