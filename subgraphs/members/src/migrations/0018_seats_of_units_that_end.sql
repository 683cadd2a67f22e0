-- What 0013 says of a unit's seats, where terms are planned (0009) and persons sit in bodies that are no committee (0010).

-- Seats that nobody ended last as long as their term: those of a term that is over are open no more.
create view held_seat as
  select seat.id, seat.committee_id, seat.organization_id, seat.role, term.state as term_state, term.ends_on
  from seat join term on term.id = seat.term_id
  where (seat.until is null or seat.counts_to_last_day) and not seat.taken_out;

create trigger unit_seat_of_active_unit before insert on unit_seat for each row execute function require_active_unit();

create or replace function directory.members_of_unit(unit_id uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text, on_end text, moves boolean)
language sql stable security definer set search_path = members, pg_temp as $$
  select 'Membership', membership.id, committee.name, 'ENDS', false
    from membership join directory.committee on committee.id = membership.committee_id
    where membership.organization_id = $1 and left_on is null
  union all
  select 'Seat', seat.id, committee.name, case role when 'SECRETARY' then 'OPEN' else 'ENDS' end, false
    from held_seat as seat join directory.committee on committee.id = seat.committee_id
    where seat.organization_id = $1 and seat.ends_on >= day_of($2)
  union all
  select 'UnitSeat', unit_seat.id, body.name, 'ENDS', true
    from unit_seat join directory.organization as body on body.id = unit_seat.body_id
    where $1 in (unit_seat.organization_id, unit_seat.body_id) and unit_seat.until is null
  union all
  select 'Liaison', id, null, 'ENDS', true from liaison where organization_id = $1 and ended_at is null
  union all
  select 'Registration', registration.id, region.name, 'ENDS', false
    from registration join directory.region on region.code = registration.community_code
    where organization_id = $1 and state in ('SUBMITTED', 'ACCEPTED')
  union all
  select 'Application', application.id, committee.name, 'ENDS', false
    from application join directory.committee on committee.id = application.committee_id
    where application.organization_id = $1 and state = 'SUBMITTED'
  union all
  select 'Team', id, name, 'STAYS', true from team where organization_id = $1
  union all
  select 'ContactCard', id, post, 'ENDS', true from contact_card where organization_id = $1 and withdrawn_at is null
$$;

create or replace function directory.end_members_of_unit(unit_id uuid, last_day date, why text, moment timestamptz)
returns void language plpgsql security definer set search_path = members, pg_temp as $$
begin
  perform from term where state in ('CURRENT', 'PLANNED')
    and committee_id in (select committee_id from membership where organization_id = unit_id union select committee_id from seat where organization_id = unit_id)
    order by id for update;
  -- A seat of a planned term never counted.
  update seat set until = since, taken_out = true, end_reason = why, updated_at = moment, version = seat.version + 1
    from term
    where term.id = seat.term_id and term.starts_on > day_of(moment) and seat.organization_id = unit_id and seat.until is null;
  update seat set until = greatest(since, last_day), counts_to_last_day = false, end_reason = why, updated_at = moment,
      version = seat.version + 1
    from term
    where term.id = seat.term_id and term.ends_on >= last_day and term.starts_on <= day_of(moment)
      and seat.organization_id = unit_id and (seat.until is null or seat.counts_to_last_day and seat.until >= last_day);
  update unit_seat set until = greatest(since, last_day), end_reason = why, updated_at = moment, version = version + 1
    where unit_id in (organization_id, body_id) and until is null;
  update membership set left_on = greatest(joined_on, last_day), leave_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and left_on is null;
  update liaison set ended_at = moment, updated_at = moment, version = version + 1 where organization_id = unit_id and ended_at is null;
  update registration set state = 'RETURNED', returned_at = moment, return_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'SUBMITTED';
  update registration set state = 'ENDED', ended_at = greatest(moment, accepted_at), end_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'ACCEPTED';
  update application set state = 'WITHDRAWN', settled_at = moment, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'SUBMITTED';
  update contact_card set withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and withdrawn_at is null;
end $$;

-- Whoever sits in the body of the unit, or for it elsewhere, does so for the one that is left.
alter function directory.merge_members_of_unit(uuid, uuid, timestamptz) rename to merge_first_members_of_unit;
revoke all on function directory.merge_first_members_of_unit from hub_organizations;
create function directory.merge_members_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = members, pg_temp as $$
begin
  perform directory.merge_first_members_of_unit(source, target, moment);
  -- Nobody sits in the body of their own organisation.
  update unit_seat set until = greatest(since, day_of(moment)), end_reason = '单位合并', updated_at = moment, version = version + 1
    where until is null and (organization_id, body_id) in ((source, target), (target, source));
  update unit_seat set organization_id = target, updated_at = moment, version = version + 1
    where organization_id = source and body_id <> target;
  update unit_seat set body_id = target, updated_at = moment, version = version + 1
    where body_id = source and organization_id <> target;
end $$;
revoke all on function directory.merge_members_of_unit from public;
grant execute on function directory.merge_members_of_unit to hub_organizations;

alter function directory.move_members_of_unit(uuid, text, text[], text, timestamptz) rename to move_first_members_of_unit;
revoke all on function directory.move_first_members_of_unit from hub_organizations;
create function directory.move_members_of_unit(unit_id uuid, code text, path text[], alliance text, moment timestamptz)
returns void language plpgsql security definer set search_path = members, pg_temp as $$
begin
  perform directory.move_first_members_of_unit(unit_id, code, path, alliance, moment);
  update unit_seat set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where body_id = unit_id and until is null;
end $$;
revoke all on function directory.move_members_of_unit from public;
grant execute on function directory.move_members_of_unit to hub_organizations;
