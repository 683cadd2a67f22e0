-- A seat counts from the first to the last day of its term, by the day of Asia/Shanghai. That a day is
-- over is read, not stored, so that no job has to run.

-- Ended with its term, on a day that may lie ahead when the next term is entered: it counts until then.
-- What is ended otherwise counts for nothing from that moment.
alter table seat add column counts_to_last_day boolean not null default false,
  add constraint seat_counts_to_its_end check (not counts_to_last_day or until is not null);

-- Entered ahead before this version, the next term ended the seats at once. They count again, to the eve of
-- its first day; those of the next term wait for that day. Both were written at one moment: a seat that
-- somebody ended in the same words has another.
update seat set until = term.ends_on, counts_to_last_day = true
  from term
  where term.id = seat.term_id and term.state = 'PAST' and seat.updated_at = term.updated_at
    and seat.end_reason = '任期届满' and seat.since <= term.ends_on
    and term.ends_on >= (now() at time zone 'Asia/Shanghai')::date;
-- What waits for the end of the transaction would keep the tables from being altered.
set constraints all immediate;

-- These serve what the two before them did, too.
create index seat_subject_held on seat (subject) where (until is null or counts_to_last_day) and subject is not null;
create index seat_committee_held on seat (committee_id, since, id) where until is null or counts_to_last_day;
drop index seat_subject, seat_committee;

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
  -- White space, control and format characters (Unicode Zs, Zl, Zp, Cc, Cf), whatever the collation.
  select lower(regexp_replace(normalize(subject, nfkc),
    '[\s\u0001-\u0020\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e'
    '\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd'
    '\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]', '', 'g'))
    ~ '^((partner|calendar-feed|feed|webhooks?|command):|anonymous$|webhooks$)'
$$;
update liaison set ended_at = now(), updated_at = now(), version = version + 1
  where ended_at is null and is_reserved_subject(subject);
update appointment set ended_at = now(), updated_at = now(), version = version + 1
  where ended_at is null and is_reserved_subject(subject);
update seat set subject = null, updated_at = now(), version = version + 1
  where subject is not null and is_reserved_subject(subject);
alter table liaison add constraint liaison_subject_of_a_person
  check (ended_at is not null or not is_reserved_subject(subject));
alter table appointment add constraint appointment_subject_of_a_person
  check (ended_at is not null or not is_reserved_subject(subject));
alter table seat add constraint seat_subject_of_a_person
  check (subject is null or not is_reserved_subject(subject));
