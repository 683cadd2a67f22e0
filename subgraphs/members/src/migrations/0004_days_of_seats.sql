-- A seat counts from the first to the last day of its term, by the day of Asia/Shanghai. That a day is
-- over is read, not stored, so that no job has to run.

-- Ended with its term, on a day that may lie ahead when the next term is entered: it counts until then.
-- What is ended otherwise counts for nothing from that moment.
alter table seat add column counts_to_last_day boolean not null default false,
  add constraint seat_counts_to_its_end check (not counts_to_last_day or until is not null);

create or replace view directory.seat as
  select seat.subject, seat.committee_id, seat.organization_id, seat.role,
    greatest(seat.since, term.starts_on) as first_day, coalesce(seat.until, term.ends_on) as last_day
  from seat join term on term.id = seat.term_id
  where (seat.until is null or seat.counts_to_last_day) and seat.subject is not null;

-- "The term that runs today", by committee.
create index term_days on term (committee_id, starts_on, ends_on);

-- The subject of a person may not look like one that the hub gives to partner systems, feeds and
-- commands (kit, viewer/subject.ts). What was entered so gives nobody anything: tokens with such a
-- subject are refused. It is ended here, so that the rule can be held from now on.
create function is_reserved_subject(subject text) returns boolean language sql immutable parallel safe as $$
  select lower(regexp_replace(normalize(subject, nfkc), '[\s[:cntrl:]\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]', '', 'g'))
    ~ '^((partner|calendar-feed|feed|webhooks?|command):|anonymous$|webhooks$)'
$$;
update liaison set ended_at = now(), updated_at = now(), version = version + 1
  where ended_at is null and is_reserved_subject(subject);
update appointment set ended_at = now(), updated_at = now(), version = version + 1
  where ended_at is null and is_reserved_subject(subject);
update seat set subject = null, updated_at = now(), version = version + 1
  where subject is not null and is_reserved_subject(subject);
-- What waits for the end of the transaction would keep the tables from being altered.
set constraints all immediate;
alter table liaison add constraint liaison_subject_of_a_person
  check (ended_at is not null or not is_reserved_subject(subject));
alter table appointment add constraint appointment_subject_of_a_person
  check (ended_at is not null or not is_reserved_subject(subject));
alter table seat add constraint seat_subject_of_a_person
  check (subject is null or not is_reserved_subject(subject));
