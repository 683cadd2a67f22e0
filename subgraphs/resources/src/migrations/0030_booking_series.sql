-- Bookings by a rule of recurrence. A series keeps the rule; each of its bookings stands on its own feet, and says who
-- may see the series.
create table booking_series (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource_id uuid not null references resource,
  every text not null check (every in ('WEEK', 'MONTH')),
  step integer not null check (step between 1 and 52)
);
alter table booking add column series_id uuid references booking_series;
create index booking_series_bookings on booking (series_id, starts_at, id) where (series_id is not null);
