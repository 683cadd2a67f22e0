-- What these functions change concerns others. They return it, so that whoever calls them leaves the notices
-- (kit/platform/src/notices/concerned): as `told` the type of the notice, as `about` what its words and addressees are
-- made of.

create function about(booking) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'providerId', $1.provider_id,
    'resourceId', $1.resource_id, 'startsAt', $1.starts_at, 'endsAt', $1.ends_at, 'purpose', $1.purpose)
$$;
create function about(resource) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'providerId', $1.provider_id, 'committeeId', $1.committee_id)
$$;
create function about(need) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'organizationId', $1.organization_id, 'committeeId', $1.committee_id)
$$;
create function about(agreement) returns jsonb language sql stable as $$
  select jsonb_build_object('id', $1.id, 'partyIds', $1.party_ids, 'committeeId', $1.committee_id)
$$;

-- As in 0012.
drop function directory.settle_resources(jsonb, jsonb);
create function directory.settle_resources(settlements jsonb, cause jsonb) returns table (told text, about jsonb)
language plpgsql security definer
set search_path = resources, pg_temp
as $$
declare
  committee uuid := (cause ->> 'committeeId')::uuid;
  leaver uuid := (cause ->> 'organizationId')::uuid;
  moment timestamptz := (cause ->> 'at')::timestamptz;
  why text := cause ->> 'reason';
  settlement jsonb;
  record_key uuid;
  heir uuid;
  was text;
  place text[];
begin
  for settlement in
    -- A withdrawn resource takes its bookings with it: those that stay or are handed over come first.
    select value from jsonb_array_elements(settlements) order by value ->> 'noun' <> 'Booking', value ->> 'recordId'
  loop
    record_key := (settlement ->> 'recordId')::uuid;
    heir := (settlement ->> 'toOrganizationId')::uuid;
    was := null;
    case settlement ->> 'noun' || ' ' || (settlement ->> 'how')
    when 'Resource STAY' then
      -- What was for the units of the committee alone is for the alliance; a draft is for nobody until its unit says.
      update resource set committee_id = null, updated_at = moment, version = version + 1,
        audience = case when audience <> 'COMMITTEE' then audience when state = 'DRAFT' then 'PARTIES' else 'ALLIANCE' end
        where id = record_key and committee_id = committee and provider_id = leaver and state <> 'WITHDRAWN'
        returning committee::text, region_path into was, place;
      update booking set committee_id = null, updated_at = moment, version = version + 1
        where was is not null and resource_id = record_key and committee_id = committee and ends_at > moment;
      if was is not null then
        perform note_settlement(settlement || '{"field": "committeeId"}', cause, place, was, null);
      end if;
    when 'Resource END' then
      update resource set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment,
        version = version + 1
        where id = record_key and committee_id = committee and provider_id = leaver and state = 'PUBLISHED'
        returning 'PUBLISHED', region_path into was, place;
      return query update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
        where was is not null and resource_id = record_key and state in ('REQUESTED', 'CONFIRMED') and starts_at > moment
        returning 'Booking.CANCELLED', about(booking);
      if was is not null then
        return query select 'Resource.WITHDRAWN', about(resource) from resource where id = record_key;
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'WITHDRAWN');
      end if;
    when 'Need STAY' then
      update need set committee_id = null, updated_at = moment, version = version + 1,
        audience = case when audience <> 'COMMITTEE' then audience when state = 'DRAFT' then 'PARTIES' else 'ALLIANCE' end
        where id = record_key and committee_id = committee and organization_id = leaver and state <> 'WITHDRAWN'
        returning committee::text, region_path into was, place;
      if was is not null then
        perform note_settlement(settlement || '{"field": "committeeId"}', cause, place, was, null);
      end if;
    when 'Need END' then
      update need set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment,
        version = version + 1
        where id = record_key and committee_id = committee and organization_id = leaver and state = 'PUBLISHED'
        returning 'PUBLISHED', region_path into was, place;
      if was is not null then
        return query select 'Need.WITHDRAWN', about(need) from need where id = record_key;
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'WITHDRAWN');
      end if;
    when 'Need HAND_OVER' then
      update need set organization_id = heir, updated_at = moment, version = version + 1
        where id = record_key and committee_id = committee and organization_id = leaver and state = 'PUBLISHED'
        returning leaver::text, region_path into was, place;
      if was is not null then
        return query select 'Need.HANDED_OVER', about(need) || jsonb_build_object('previousId', leaver)
          from need where id = record_key;
        perform note_settlement(settlement || '{"field": "organizationId"}', cause, place, was, heir::text);
      end if;
    when 'Booking STAY', 'Booking END', 'Booking HAND_OVER' then
      select booking.state, resource.region_path into was, place
        from booking join resource on resource.id = booking.resource_id
        where booking.id = record_key and booking.committee_id = committee
          and leaver in (booking.organization_id, booking.provider_id)
          and booking.state in ('REQUESTED', 'CONFIRMED') and booking.starts_at > moment
        for update of booking;
      if was is null then
        continue;
      end if;
      if settlement ->> 'how' = 'END' then
        return query update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
          where id = record_key returning 'Booking.CANCELLED', about(booking);
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'CANCELLED');
      elsif settlement ->> 'how' = 'HAND_OVER' then
        return query update booking set organization_id = heir, updated_at = moment, version = version + 1
          where id = record_key and organization_id = leaver
          returning 'Booking.HANDED_OVER', about(booking) || jsonb_build_object('previousId', leaver);
        perform note_settlement(settlement || '{"field": "organizationId"}', cause, place, leaver::text, heir::text);
      else
        -- It is between the two units from now on.
        update booking set committee_id = null, updated_at = moment, version = version + 1 where id = record_key;
        perform note_settlement(settlement || '{"field": "committeeId"}', cause, place, committee::text, null);
      end if;
    when 'Agreement END' then
      select state, region_path into was, place from agreement
        where id = record_key and committee_id = committee and party_ids @> array[leaver] and state <> 'TERMINATED'
        for update;
      if was = 'DRAFT' then
        delete from commitment where agreement_id = record_key;
        delete from agreement_party where agreement_id = record_key;
        delete from agreement where id = record_key;
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, null);
      elsif was is not null then
        return query update agreement set state = 'TERMINATED', terminated_at = moment, terminate_reason = why,
          updated_at = moment, version = version + 1
          where id = record_key returning 'Agreement.TERMINATED', about(agreement);
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'TERMINATED');
      end if;
    when 'Agreement STAY' then
      -- It binds the units that signed it until its term is over.
      select region_path into place from agreement where id = record_key;
      perform note_settlement(settlement, cause, place, null, null);
    else
      raise exception 'Nothing settles % by %', settlement ->> 'noun', settlement ->> 'how';
    end case;
  end loop;
end $$;
revoke all on function directory.settle_resources from public;
grant execute on function directory.settle_resources to hub_members;

-- As in 0010. Of a draft nobody else knows.
drop function directory.end_resources_of_unit(uuid, text, timestamptz);
create function directory.end_resources_of_unit(unit_id uuid, why text, moment timestamptz)
returns table (told text, about jsonb)
language plpgsql security definer set search_path = resources, pg_temp as $$
begin
  perform from resource where provider_id = unit_id order by id for update;
  return query update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
    where (organization_id = unit_id or provider_id = unit_id) and state in ('REQUESTED', 'CONFIRMED') and starts_at > moment
    returning 'Booking.CANCELLED', about(booking);
  -- Nobody else has seen a draft.
  delete from resource where provider_id = unit_id and state = 'DRAFT'
    and not exists (select from commitment where resource_id = resource.id);
  delete from need where organization_id = unit_id and state = 'DRAFT';
  update resource set state = 'WITHDRAWN', published_at = coalesce(published_at, moment), withdrawn_at = moment, withdraw_reason = why,
      updated_at = moment, version = version + 1
    where provider_id = unit_id and state = 'DRAFT';
  return query update resource set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where provider_id = unit_id and state = 'PUBLISHED' returning 'Resource.WITHDRAWN', about(resource);
  return query update need set state = 'WITHDRAWN', withdrawn_at = moment, withdraw_reason = why, updated_at = moment, version = version + 1
    where organization_id = unit_id and state = 'PUBLISHED' returning 'Need.WITHDRAWN', about(need);
end $$;
revoke all on function directory.end_resources_of_unit from public;
grant execute on function directory.end_resources_of_unit to hub_organizations;
