-- Committees are found by their names, and listed below the committee above them.
-- The keys of committees that are there already are computed at the end of the migrations.

alter table committee
  add column search_key text not null default '',
  add column search_grams text[] not null default '{}';
create index committee_search on committee using gin (search_grams);
create index committee_level on committee (level, id desc);
-- The places that are in no other.
create index region_topmost on region (code) where parent_code is null;
