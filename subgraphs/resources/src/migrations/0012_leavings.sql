-- What is open between a unit and a committee, and how it is settled when the unit leaves. The subgraph of memberships
-- may ask for exactly this here, and nothing else (docs/decisions/0020).

create function directory.open_resources(committee uuid, organization uuid, at timestamptz)
returns table (noun text, record_id uuid, title text, state text, detail text)
language sql stable security definer
-- pg_temp last: nobody may put a table of their own before these.
set search_path = resources, pg_temp
as $$
  select 'Resource', id, title, state, audience from resource
    where committee_id = $1 and provider_id = $2 and state <> 'WITHDRAWN'
  union all
  select 'Need', id, title, state, audience from need
    where committee_id = $1 and organization_id = $2 and state <> 'WITHDRAWN'
  union all
  -- Of each side, so that an index serves both.
  select 'Booking', booking.id, resource.title, booking.state, 'BOOKED'
    from booking join resource on resource.id = booking.resource_id
    where booking.organization_id = $2 and booking.committee_id = $1
      and booking.state in ('REQUESTED', 'CONFIRMED') and booking.starts_at > $3
  union all
  select 'Booking', booking.id, resource.title, booking.state, 'PROVIDED'
    from booking join resource on resource.id = booking.resource_id
    where booking.provider_id = $2 and booking.organization_id <> $2 and booking.committee_id = $1
      and booking.state in ('REQUESTED', 'CONFIRMED') and booking.starts_at > $3
  union all
  select 'Agreement', id, title, state, null from agreement
    where committee_id = $1 and party_ids @> array[$2]
      and (state in ('DRAFT', 'PROPOSED') or state = 'ACTIVE' and term_to >= day_of($3))
$$;
revoke all on function directory.open_resources from public;
grant execute on function directory.open_resources to hub_members;

-- An entry of the audit log about a record that followed its unit out of a committee.
create function note_settlement(settlement jsonb, cause jsonb, region_path text[], before text, after text)
returns void language sql set search_path from current as $$
  insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, organization_id, region_path, request_id, details)
  values ((settlement ->> 'auditId')::uuid, (cause ->> 'at')::timestamptz, 'resources', 'leaveCommittee',
    settlement ->> 'noun', settlement ->> 'recordId', cause ->> 'subject', (cause ->> 'organizationId')::uuid, region_path,
    cause ->> 'requestId', jsonb_build_object('how', settlement ->> 'how', 'committeeId', cause ->> 'committeeId')
      || case when before is distinct from after then jsonb_build_object('changes',
        jsonb_build_array(jsonb_build_object('field', settlement ->> 'field', 'before', before, 'after', after))) else '{}' end)
$$;

-- Settles what is open, in the transaction of the leaving; what is not open any more is left as it is.
--
-- settlements: [{noun, recordId, how: HAND_OVER | END | STAY, toOrganizationId?, auditId}]
-- cause: {committeeId, organizationId, at, reason, subject, requestId}
create function directory.settle_resources(settlements jsonb, cause jsonb) returns void
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
      update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
        where was is not null and resource_id = record_key and state in ('REQUESTED', 'CONFIRMED') and starts_at > moment;
      if was is not null then
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
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'WITHDRAWN');
      end if;
    when 'Need HAND_OVER' then
      update need set organization_id = heir, updated_at = moment, version = version + 1
        where id = record_key and committee_id = committee and organization_id = leaver and state = 'PUBLISHED'
        returning leaver::text, region_path into was, place;
      if was is not null then
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
        update booking set state = 'CANCELLED', reason = why, updated_at = moment, version = version + 1
          where id = record_key;
        perform note_settlement(settlement || '{"field": "state"}', cause, place, was, 'CANCELLED');
      elsif settlement ->> 'how' = 'HAND_OVER' then
        update booking set organization_id = heir, updated_at = moment, version = version + 1
          where id = record_key and organization_id = leaver;
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
        update agreement set state = 'TERMINATED', terminated_at = moment, terminate_reason = why, updated_at = moment,
          version = version + 1
          where id = record_key;
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
