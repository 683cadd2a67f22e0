-- A unit leaves a committee on a day ahead. Until that day is over it is a member; then what is open between the two
-- is settled as was decided (docs/decisions/0020).

alter table membership
  -- The last day that is planned, why, and how what is open is settled: null where nothing is planned.
  add column leaves_on date,
  add column leaving_reason text,
  add column settlements jsonb,
  add constraint membership_planned_leaving check (
    (leaves_on is null) = (leaving_reason is null) and (settlements is null or leaves_on is not null)
    and leaves_on >= joined_on
  );
create index membership_leaving on membership (leaves_on) where leaves_on is not null and left_on is null;

-- Rights end with the last day, even where the hub settles what is open a moment later.
create or replace view directory.membership as
  select committee_id, organization_id, leaves_on as last_day from membership where left_on is null;
