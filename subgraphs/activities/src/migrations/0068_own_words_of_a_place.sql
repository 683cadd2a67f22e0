-- Where an activity is, in words: those of its venue, which go with it, or the host's own, which stay. Of the words from
-- before nobody knows; they go with the venue, as they did.
alter table activity add column has_own_place boolean not null default false;
update activity set has_own_place = true where venue_id is null and place is not null;
