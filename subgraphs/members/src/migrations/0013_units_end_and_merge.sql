-- What becomes of a unit's records here when it moves, ends or merges into another one. The subgraph
-- `organizations` decides that, in its own transaction, and may do exactly this here.

-- Nothing new for a unit that has ended or was merged. The shared lock makes a unit that ends wait for those who
-- write for it, so that it leaves nothing behind (organizations, organization.service.ts).
create function require_active_unit() returns trigger language plpgsql set search_path from current as $$
begin
  if new.organization_id is null then
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('organization'), hashtext(new.organization_id::text) & 255);
  if exists (select from directory.merged_organization where from_id = new.organization_id)
    or exists (select from directory.organization where id = new.organization_id and state = 'ENDED') then
    raise exception 'organisation % has ended', new.organization_id
      using errcode = 'check_violation', constraint = 'organization_active';
  end if;
  return new;
end $$;
create trigger membership_of_active_unit before insert on membership for each row execute function require_active_unit();
create trigger seat_of_active_unit before insert on seat for each row execute function require_active_unit();
create trigger liaison_of_active_unit before insert on liaison for each row execute function require_active_unit();
create trigger registration_of_active_unit before insert on registration for each row execute function require_active_unit();
create trigger team_of_active_unit before insert on team for each row execute function require_active_unit();
create trigger application_of_active_unit before insert on application for each row execute function require_active_unit();
create trigger contact_card_of_active_unit before insert on contact_card for each row execute function require_active_unit();

-- What is open of a unit. on_end: ENDS with it, is OPEN and has to be settled before, or STAYS. moves: whether it
-- follows the unit into another alliance.
create function directory.members_of_unit(unit_id uuid, moment timestamptz)
returns table (noun text, record_id uuid, title text, on_end text, moves boolean)
language sql stable security definer set search_path = members, pg_temp as $$
  select 'Membership', membership.id, committee.name, 'ENDS', false
    from membership join directory.committee on committee.id = membership.committee_id
    where membership.organization_id = $1 and left_on is null
  union all
  select 'Seat', seat.id, committee.name, case role when 'SECRETARY' then 'OPEN' else 'ENDS' end, false
    from seat join directory.committee on committee.id = seat.committee_id
    where seat.organization_id = $1 and (until is null or counts_to_last_day and until >= day_of($2))
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

create function directory.end_members_of_unit(unit_id uuid, last_day date, why text, moment timestamptz) returns void
language plpgsql security definer set search_path = members, pg_temp as $$
begin
  perform from term where state = 'CURRENT'
    and committee_id in (select committee_id from membership where organization_id = unit_id union select committee_id from seat where organization_id = unit_id)
    order by id for update;
  update seat set until = greatest(since, last_day), counts_to_last_day = false, end_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and (until is null or counts_to_last_day and until >= last_day);
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

-- Of two current records that cannot both stay, the one of the unit that is left stays, from the earlier day.
create function directory.merge_members_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = members, pg_temp as $$
declare
  today date := day_of(moment);
  merged text := '单位合并';
begin
  perform from term where state = 'CURRENT'
    and committee_id in (select committee_id from membership where organization_id in (source, target) union select committee_id from seat where organization_id = source)
    order by id for update;

  update membership as kept set joined_on = other.joined_on, updated_at = moment, version = kept.version + 1
    from membership as other
    where kept.organization_id = target and kept.left_on is null and other.organization_id = source and other.left_on is null
      and other.committee_id = kept.committee_id and other.joined_on < kept.joined_on;
  update membership set left_on = greatest(joined_on, today), leave_reason = merged
    where organization_id = source and left_on is null
      and committee_id in (select committee_id from membership where organization_id = target and left_on is null);
  update membership set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  update seat set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;

  update liaison set ended_at = moment
    where organization_id = source and ended_at is null
      and subject in (select subject from liaison where organization_id = target and ended_at is null);
  update liaison set organization_id = target, region_code = unit.region_code, region_path = unit.region_path,
      alliance_code = unit.alliance_code, updated_at = moment, version = version + 1
    from directory.organization as unit where unit.id = target and organization_id = source;

  -- An accepted registration stays before one that waits for its answer.
  update registration as waiting set state = 'RETURNED', returned_at = moment, return_reason = merged, updated_at = moment, version = waiting.version + 1
    from registration as other
    where waiting.organization_id in (source, target) and waiting.state = 'SUBMITTED' and other.community_code = waiting.community_code
      and other.organization_id in (source, target) and other.organization_id <> waiting.organization_id
      and (other.state = 'ACCEPTED' or other.state = 'SUBMITTED' and waiting.organization_id = source);
  -- From now on those who serve there are the people of both.
  update registration as kept set headcount = joint.headcount, updated_at = moment, version = kept.version + 1,
      headcounts = (case when joint.last_on < today then joint.reported else joint.reported - -1 end)
        || jsonb_build_array(jsonb_build_object('on', greatest(joint.last_on, today), 'headcount', joint.headcount))
    from (
      select one.id, least(one.headcount + other.headcount, 1000000) as headcount,
        coalesce(one.headcounts, jsonb_build_array(jsonb_build_object('on', day_of(one.accepted_at), 'headcount', one.headcount))) as reported,
        coalesce((one.headcounts -> -1 ->> 'on')::date, day_of(one.accepted_at)) as last_on
      from registration one join registration other using (community_code)
      where one.organization_id = target and one.state = 'ACCEPTED' and other.organization_id = source and other.state = 'ACCEPTED'
    ) as joint where kept.id = joint.id;
  update registration as ended set state = 'ENDED', ended_at = greatest(moment, ended.accepted_at), end_reason = merged
    from registration as other
    where ended.organization_id = source and ended.state = 'ACCEPTED'
      and other.organization_id = target and other.state = 'ACCEPTED' and other.community_code = ended.community_code;
  update registration set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;

  update application as mine set state = 'WITHDRAWN', settled_at = moment
    where mine.organization_id = source and mine.state = 'SUBMITTED'
      and (exists (select from application other
            where other.organization_id = target and other.state = 'SUBMITTED' and other.committee_id = mine.committee_id)
        or exists (select from membership where organization_id = target and left_on is null and committee_id = mine.committee_id));
  -- It has joined by the merger.
  update application as mine set state = 'WITHDRAWN', settled_at = moment, updated_at = moment, version = mine.version + 1
    where mine.organization_id = target and mine.state = 'SUBMITTED'
      and exists (select from membership where organization_id = target and left_on is null and committee_id = mine.committee_id);
  update application set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;

  update team set organization_id = target, region_code = unit.region_code, region_path = unit.region_path,
      alliance_code = unit.alliance_code, updated_at = moment, version = version + 1
    from directory.organization as unit where unit.id = target and organization_id = source;
  update contact_card set organization_id = target, region_code = unit.region_code, region_path = unit.region_path,
      alliance_code = unit.alliance_code, updated_at = moment, version = version + 1
    from directory.organization as unit where unit.id = target and organization_id = source;
end $$;

-- What stands where its unit is moves with it. What belongs to a committee or a community stays there.
create function directory.move_members_of_unit(unit_id uuid, code text, path text[], alliance text, moment timestamptz) returns void
language plpgsql security definer set search_path = members, pg_temp as $$
begin
  update liaison set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where organization_id = unit_id and ended_at is null;
  update team set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where organization_id = unit_id;
  update contact_card set region_code = code, region_path = path, alliance_code = alliance, updated_at = moment, version = version + 1
    where organization_id = unit_id and withdrawn_at is null;
end $$;

-- Two units: memberships of one committee, registrations with one community, people who act for both.
create function directory.members_of_both(source uuid, target uuid)
returns table (noun text, record_id uuid, title text)
language sql stable security definer set search_path = members, pg_temp as $$
  select 'Membership', one.id, committee.name
    from membership one join membership other using (committee_id) join directory.committee on committee.id = one.committee_id
    where one.organization_id = $1 and other.organization_id = $2 and one.left_on is null and other.left_on is null
  union all
  select 'Registration', one.id, region.name
    from registration one join registration other using (community_code) join directory.region on region.code = one.community_code
    where one.organization_id = $1 and other.organization_id = $2
      and one.state in ('SUBMITTED', 'ACCEPTED') and other.state in ('SUBMITTED', 'ACCEPTED')
$$;

revoke all on function directory.members_of_unit, directory.end_members_of_unit, directory.merge_members_of_unit,
  directory.move_members_of_unit, directory.members_of_both from public;
grant execute on function directory.members_of_unit, directory.end_members_of_unit, directory.merge_members_of_unit,
  directory.move_members_of_unit, directory.members_of_both to hub_organizations;
