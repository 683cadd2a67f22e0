-- Which steps of the demonstration alliance are loaded: 0 is the published one, 1 and up are synthetic data.

create table demonstration (
  scale integer primary key check (scale >= 0),
  loaded_at timestamptz not null
);
