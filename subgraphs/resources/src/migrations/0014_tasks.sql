-- What awaits somebody because of these records. The open tasks are kept by triggers, so that they are at any moment
-- exactly those that the records call for, whatever changed them.

-- A request awaits its provider until it is answered, or the time that it is for has come.
create function booking_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'DECIDE_BOOKING',
    'recordId', booking.id,
    'organizationId', booking.provider_id,
    'state', case booking.state when 'REQUESTED' then 'OPEN' when 'CANCELLED' then 'LAPSED' else 'DONE' end,
    'opensAt', booking.created_at,
    'dueAt', booking.starts_at,
    'closesAt', booking.starts_at,
    'facts', jsonb_build_object(
      'organization', jsonb_build_object('unit', booking.organization_id),
      'resource', jsonb_build_object('record', jsonb_build_array('Resource', booking.resource_id)),
      'during', jsonb_build_object('from', booking.starts_at, 'to', booking.ends_at),
      'purpose', case when booking.purpose is not null then jsonb_build_object('text', booking.purpose) end
    )
  )), '[]')
  from booking where booking.id = any(ids)
$$;

create function keep_booking_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Booking', ids, booking_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger booking_tasks_of_new after insert on booking
  referencing new table as changed for each statement execute function keep_booking_tasks();
create trigger booking_tasks_of_changed after update on booking
  referencing new table as changed for each statement execute function keep_booking_tasks();

-- ── agreements ──────────────────────────────────────────────────────────────────────────────────

create function midnight(day date) returns timestamptz language sql immutable parallel safe as $$
  select day::timestamp at time zone 'Asia/Shanghai'
$$;

-- A proposed text awaits each party that has not signed, until its term is over; it is due when the term begins.
create function agreement_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'SIGN_AGREEMENT',
    'recordId', agreement.id,
    'organizationId', agreement_party.organization_id,
    'state', case
      when agreement_party.signed_at is not null then 'DONE'
      when agreement.state = 'PROPOSED' then 'OPEN'
      else 'LAPSED'
    end,
    'opensAt', agreement.proposed_at,
    'dueAt', case when midnight(agreement.term_from) > agreement.proposed_at then midnight(agreement.term_from) end,
    'closesAt', midnight(agreement.term_to + 1),
    'facts', jsonb_build_object('agreement', jsonb_build_object('record', jsonb_build_array('Agreement', agreement.id)))
  )), '[]')
  from agreement join agreement_party on agreement_party.agreement_id = agreement.id
  where agreement.id = any(ids) and agreement.proposed_at is not null
$$;

-- What a party has committed itself to awaits it for the thirty days before it is due, or since the time before, if
-- that is less. N times a year are due at equal distances from the first day of the term on; a commitment without a
-- number is due once, at the end of the term.
create function commitment_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'FULFIL_COMMITMENT',
    'recordId', commitment.id,
    'occurrence', time.number,
    'organizationId', commitment.organization_id,
    'state', case
      when time.number < commitment.fulfilled then 'DONE'
      when agreement.state = 'ACTIVE' then 'OPEN'
      else 'LAPSED'
    end,
    'opensAt', greatest(time.due - interval '30 days', time.since, agreement.activated_at),
    'dueAt', time.due,
    'closesAt', midnight(agreement.term_to + 1),
    'facts', jsonb_build_object(
      'agreement', jsonb_build_object('record', jsonb_build_array('Agreement', agreement.id)),
      'clause', jsonb_build_object('text', commitment.clause),
      'times', jsonb_build_object('number', time.number + 1)
    )
  )), '[]')
  from commitment join agreement on agreement.id = commitment.agreement_id
  cross join lateral (
    select number,
      case when commitment.times_per_year is null then midnight(agreement.term_from)
        else midnight(agreement.term_from + (number * 365 / commitment.times_per_year)) end as since,
      case when commitment.times_per_year is null then midnight(agreement.term_to + 1)
        else least(midnight(agreement.term_from + ((number + 1) * 365 / commitment.times_per_year)),
          midnight(agreement.term_to + 1)) end as due
    -- The time before the next one says that it was done.
    from generate_series(greatest(commitment.fulfilled - 1, 0), commitment.fulfilled) as number
    where commitment.times_per_year is not null or number = 0
  ) as time
  where commitment.id = any(ids) and agreement.activated_at is not null and time.since < midnight(agreement.term_to + 1)
$$;

create function keep_tasks_of_agreements(ids uuid[], at timestamptz) returns void language plpgsql
set search_path from current as $$
declare
  commitment_ids uuid[] := array(select id from commitment where agreement_id = any(ids));
begin
  perform directory.keep_tasks('Agreement', ids, agreement_task_calls(ids), at);
  if cardinality(commitment_ids) > 0 then
    perform directory.keep_tasks('Commitment', commitment_ids, commitment_task_calls(commitment_ids), at);
  end if;
end
$$;

create function keep_agreement_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed where proposed_at is not null or state = 'DRAFT');
begin
  if cardinality(ids) > 0 then
    perform keep_tasks_of_agreements(ids, (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger agreement_tasks_of_new after insert on agreement
  referencing new table as changed for each statement execute function keep_agreement_tasks();
create trigger agreement_tasks_of_changed after update on agreement
  referencing new table as changed for each statement execute function keep_agreement_tasks();

create function keep_party_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select distinct agreement_id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Agreement', ids, agreement_task_calls(ids),
      coalesce((select max(signed_at) from changed), (select max(updated_at) from agreement where id = any(ids))));
  end if;
  return null;
end
$$;
create trigger party_tasks_of_changed after update on agreement_party
  referencing new table as changed for each statement execute function keep_party_tasks();

create function keep_commitment_tasks() returns trigger language plpgsql set search_path from current as $$
declare
  ids uuid[] := array(select id from changed);
begin
  if cardinality(ids) > 0 then
    perform directory.keep_tasks('Commitment', ids, commitment_task_calls(ids), (select max(updated_at) from changed));
  end if;
  return null;
end
$$;
create trigger commitment_tasks_of_changed after update on commitment
  referencing new table as changed for each statement execute function keep_commitment_tasks();

-- ── collection rounds ───────────────────────────────────────────────────────────────────────────

-- An open call awaits each unit of its committee that has put nothing on its list yet, from its first day to the end
-- of its last.
create function round_task_calls(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'ANSWER_ROUND',
    'recordId', round.id,
    'organizationId', unit.organization_id,
    'state', case when unit.has_answered then 'DONE' when round.state = 'OPEN' then 'OPEN' else 'LAPSED' end,
    'opensAt', greatest(midnight(round.opens_on), round.created_at),
    'dueAt', midnight(round.closes_on + 1),
    'closesAt', midnight(round.closes_on + 1),
    'facts', jsonb_build_object(
      'round', jsonb_build_object('record', jsonb_build_array('CollectionRound', round.id)),
      'committee', jsonb_build_object('committee', round.committee_id),
      'closesOn', jsonb_build_object('day', round.closes_on)
    )
  )), '[]')
  from collection_round as round
  join lateral (
    select membership.organization_id, exists (
      select from need where need.collection_round_id = round.id
        and need.organization_id = membership.organization_id and need.state <> 'DRAFT'
    ) as has_answered
    from directory.membership where membership.committee_id = round.committee_id
  ) as unit on true
  where round.id = any(ids)
$$;

create function keep_tasks_of_rounds(ids uuid[], at timestamptz) returns void language plpgsql
set search_path from current as $$
begin
  if cardinality(ids) > 0 then
    -- Units come, go and answer at once: one after another sees what the one before has left.
    perform pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(ids) as id order by id;
    perform directory.keep_tasks('CollectionRound', ids, round_task_calls(ids), at);
  end if;
end
$$;

create function keep_round_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_rounds(array(select id from changed), (select max(updated_at) from changed));
  return null;
end
$$;
create trigger round_tasks_of_new after insert on collection_round
  referencing new table as changed for each statement execute function keep_round_tasks();
create trigger round_tasks_of_changed after update on collection_round
  referencing new table as changed for each statement execute function keep_round_tasks();

create function keep_answer_tasks() returns trigger language plpgsql set search_path from current as $$
begin
  perform keep_tasks_of_rounds(
    array(select distinct collection_round_id from changed where collection_round_id is not null),
    (select max(updated_at) from changed));
  return null;
end
$$;
create trigger answer_tasks_of_new after insert on need
  referencing new table as changed for each statement execute function keep_answer_tasks();
create trigger answer_tasks_of_changed after update on need
  referencing new table as changed for each statement execute function keep_answer_tasks();

-- Who joins a committee is called by its open rounds; who leaves is called no longer.
create function directory.units_changed(committee_ids uuid[], at timestamptz) returns void
language plpgsql
security definer
set search_path = resources, pg_temp
as $$
begin
  perform keep_tasks_of_rounds(
    array(select id from collection_round where committee_id = any(committee_ids) and state = 'OPEN'), at);
end
$$;
revoke all on function directory.units_changed from public;
grant execute on function directory.units_changed to hub_members;
