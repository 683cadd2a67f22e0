-- What this function changes concerns others. It returns it, so that whoever calls it leaves the notices
-- (kit/platform/src/notices/concerned): as `told` the type of the notice, as `about` what its words and addressees are
-- made of.

create function about(seat) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'committeeId', $1.committee_id, 'organizationId', $1.organization_id,
    'subject', $1.subject, 'role', $1.role, 'holderName', $1.holder_name, 'until', $1.until)
$$;
create function about(unit_seat) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'bodyId', $1.body_id, 'organizationId', $1.organization_id,
    'holderName', $1.holder_name, 'until', $1.until)
$$;
create function about(liaison) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'subject', $1.subject, 'name', $1.name)
$$;
create function about(registration) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'communityCode', $1.community_code,
    'committeeIds', array(select id from directory.committee where region_code = $1.community_code order by id))
$$;
create function about(application) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'committeeId', $1.committee_id)
$$;

-- As in 0018. That the membership ended is told with the end of the unit itself.
drop function directory.end_members_of_unit(uuid, date, text, timestamptz);
create function directory.end_members_of_unit(unit_id uuid, last_day date, why text, moment timestamptz)
returns table (told text, about jsonb) language plpgsql security definer set search_path = members, pg_temp as $$
begin
  perform from term where state in ('CURRENT', 'PLANNED')
    and committee_id in (select committee_id from membership where organization_id = unit_id union select committee_id from seat where organization_id = unit_id)
    order by id for update;
  -- A seat of a planned term never counted. Of one that follows a seat of the term before, that one tells.
  return query with planned as (update seat set until = since, taken_out = true, end_reason = why, updated_at = moment, version = seat.version + 1
    from term
    where term.id = seat.term_id and term.starts_on > day_of(moment) and seat.organization_id = unit_id and seat.until is null
    returning seat.carried_from_id, about(seat) as of_seat)
    select 'Seat.ENDED', of_seat from planned where carried_from_id is null;
  return query update seat set until = greatest(since, last_day), counts_to_last_day = false, end_reason = why, updated_at = moment,
      version = seat.version + 1
    from term
    where term.id = seat.term_id and term.ends_on >= last_day and term.starts_on <= day_of(moment)
      and seat.organization_id = unit_id and (seat.until is null or seat.counts_to_last_day and seat.until >= last_day)
    returning 'Seat.ENDED', about(seat);
  return query update unit_seat set until = greatest(since, last_day), end_reason = why, updated_at = moment, version = version + 1
    where unit_id in (organization_id, body_id) and until is null returning 'UnitSeat.ENDED', about(unit_seat);
  update membership set left_on = greatest(joined_on, last_day), leave_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and left_on is null;
  return query update liaison set ended_at = moment, updated_at = moment, version = version + 1
    where organization_id = unit_id and ended_at is null returning 'Liaison.ENDED', about(liaison);
  return query update registration set state = 'RETURNED', returned_at = moment, return_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'SUBMITTED' returning 'Registration.ENDED', about(registration);
  return query update registration set state = 'ENDED', ended_at = greatest(moment, accepted_at), end_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'ACCEPTED' returning 'Registration.ENDED', about(registration);
  return query update application set state = 'WITHDRAWN', settled_at = moment, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'SUBMITTED' returning 'Application.WITHDRAWN', about(application);
  update contact_card set withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and withdrawn_at is null;
end $$;
revoke all on function directory.end_members_of_unit from public;
grant execute on function directory.end_members_of_unit to hub_organizations;
