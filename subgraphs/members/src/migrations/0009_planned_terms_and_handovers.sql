-- The next term is planned with its seats while the current one runs, and takes over on its first day. States and
-- rights follow the days when they are read. The column `state` only says which term began last (CURRENT) and
-- which one comes next (PLANNED), for the indexes that allow one of each; the next change settles it.

-- The last day that a term would have if no next one cut it short; null if none does.
alter table term add column own_ends_on date,
  add constraint term_own_end check (own_ends_on > ends_on);
create unique index term_one_planned on term (committee_id) where state = 'PLANNED';
-- On each day a committee has at most one term. Checked at the end, because two terms may change together.
alter table term add constraint term_days_apart
  exclude using gist (committee_id with =, daterange(starts_on, ends_on, '[]') with &&) deferrable initially deferred;

-- A seat of a planned term that repeats one of the current term, and follows it; and one that was taken out before
-- its term began, which never counted.
alter table seat add column carried_from_id uuid references seat,
  add column taken_out boolean not null default false,
  add constraint seat_taken_out check (not taken_out or (until is not null and not counts_to_last_day));
create index seat_carried_from on seat (carried_from_id) where carried_from_id is not null;
-- One secretary in each term: the next one's is known before the current one's ends. Seats that nobody ended last as
-- long as their term.
drop index seat_one_secretary;
create unique index seat_one_secretary on seat (term_id) where role = 'SECRETARY' and until is null;

-- The secretary hands the committee over to a deputy secretary, from a day to a day (代行).
create table handover (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  -- The deputy's seat, and that of the secretary who hands over. Both are of one term.
  seat_id uuid not null references seat,
  by_seat_id uuid not null references seat,
  "from" date not null,
  until date not null,
  note text,
  ended_at timestamptz,
  end_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check (until >= "from"),
  check (ended_at is not null or end_reason is null),
  constraint handover_one_at_a_time
    exclude using gist (committee_id with =, daterange("from", until, '[]') with &&) where (ended_at is null)
);
create index handover_committee on handover (committee_id, id desc);
create index handover_seat on handover (seat_id) where ended_at is null;
create index handover_by_seat on handover (by_seat_id) where ended_at is null;
create constraint trigger handover_standing after insert or update or delete on handover
  deferrable initially deferred for each row execute function directory.note_standing_change();

-- Who may do on which days what the secretary may: rights end with the deputy's seat, with that of the secretary,
-- with their term and with the last day.
create view directory.handover as
  select deputy.subject, handover.committee_id, deputy.organization_id,
    greatest(handover."from", deputy.since, secretary.since, term.starts_on) as first_day,
    least(handover.until, deputy.until, secretary.until, term.ends_on) as last_day
  from handover
    join seat as deputy on deputy.id = handover.seat_id
    join seat as secretary on secretary.id = handover.by_seat_id
    join term on term.id = deputy.term_id
  where handover.ended_at is null and deputy.subject is not null
    and (deputy.until is null or deputy.counts_to_last_day)
    and (secretary.until is null or secretary.counts_to_last_day);
grant select on directory.handover to hub_organizations, hub_resources, hub_activities, hub_gateway;

-- A term that was started ahead before this version was entered as the current one, and ended the one before it at
-- once. Now it is planned, and the seats of the one before last as long as their term.
update term set state = 'PLANNED'
  where state = 'CURRENT' and starts_on > (now() at time zone 'Asia/Shanghai')::date;
update term set state = 'CURRENT'
  from (
    select distinct on (committee_id) past.id from term as past
    where past.state = 'PAST'
      and exists (select from term as next where next.committee_id = past.committee_id and next.state = 'PLANNED')
    order by committee_id, past.starts_on desc
  ) as latest
  where term.id = latest.id;
update seat set until = null, end_reason = null, counts_to_last_day = false
  from term
  where term.id = seat.term_id and term.state = 'CURRENT' and seat.counts_to_last_day
    and seat.until = term.ends_on and seat.end_reason = '任期届满';
