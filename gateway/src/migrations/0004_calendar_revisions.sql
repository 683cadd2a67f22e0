-- What each calendar said of each activity when it was last read, and how often that has changed: whoever
-- renames a venue changes entries of calendars that they do not know of.
create table calendar_revision (
  feed_id uuid not null,
  activity_id uuid not null,
  -- SHA-256 of what the entry says.
  digest text not null,
  -- SEQUENCE and LAST-MODIFIED (RFC 5545, sections 3.8.7.4 and 3.8.7.3); neither ever goes back.
  sequence integer not null,
  modified_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (feed_id, activity_id)
);
-- The old ones, whatever their feed.
create index calendar_revision_ends on calendar_revision (ends_at);
