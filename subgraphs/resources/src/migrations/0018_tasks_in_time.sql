-- A commitment is due as often as its term is long, at equal distances; a round and a unit that joins at once find
-- each other.

-- How often a commitment is due in a term of so many days: a year more or less a few days has no further time.
create function times_in(times_per_year integer, days integer) returns integer language sql immutable parallel safe as $$
  select case when times_per_year is null then 1 else greatest(1, round(times_per_year * days / 365.0))::integer end
$$;

-- What a party has committed itself to awaits it for the thirty days before it is due, or since the time before, if
-- that is less; one time after another. The last time is due at the end of the term.
create or replace function commitment_task_calls(ids uuid[]) returns jsonb language sql stable as $$
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
    select agreement.term_to - agreement.term_from + 1 as days
  ) as term
  cross join lateral (
    select times_in(commitment.times_per_year, term.days) as total
  ) as count
  cross join lateral (
    select number,
      midnight(agreement.term_from + (number::bigint * term.days / count.total)::integer) as since,
      midnight(agreement.term_from + ((number + 1)::bigint * term.days / count.total)::integer) as due
    -- All times that were done: several may be recorded at once.
    from generate_series(0, least(commitment.fulfilled, count.total - 1)) as number
  ) as time
  where commitment.id = any(ids) and agreement.activated_at is not null
$$;

-- Held by whoever opens, closes or answers a round of a committee, and by units that come and go there, until the
-- end of the transaction: one after another sees what the one before has left.
create function hold_rounds_of(committee_ids uuid[]) returns void language sql set search_path from current as $$
  select pg_advisory_xact_lock(hashtextextended('rounds of ' || id::text, 0))
  from (select distinct id from unnest(committee_ids) as id order by 1) as committee
$$;

create or replace function keep_tasks_of_rounds(ids uuid[], at timestamptz) returns void language plpgsql
set search_path from current as $$
begin
  if cardinality(ids) > 0 then
    perform hold_rounds_of(array(select committee_id from collection_round where id = any(ids)));
    perform directory.keep_tasks('CollectionRound', ids, round_task_calls(ids), at);
  end if;
end
$$;

create or replace function directory.units_changed(committee_ids uuid[], at timestamptz) returns void
language plpgsql
security definer
set search_path = resources, pg_temp
as $$
begin
  perform hold_rounds_of(committee_ids);
  perform keep_tasks_of_rounds(
    array(select id from collection_round where committee_id = any(committee_ids) and state = 'OPEN'), at);
end
$$;

-- Makes the tasks of everything that may call for one: for what was entered before there were tasks, and for the
-- times as they are counted now. The subgraph that keeps tasks asks for this when it has its tables.
create function directory.keep_all_tasks_of_resources(at timestamptz) returns void
language plpgsql
security definer
set search_path = resources, pg_temp
as $$
declare
  bookings uuid[] := array(select id from booking where state = 'REQUESTED');
begin
  perform directory.keep_tasks('Booking', bookings, booking_task_calls(bookings), at);
  perform keep_tasks_of_agreements(array(select id from agreement where state in ('PROPOSED', 'ACTIVE')), at);
  perform keep_tasks_of_rounds(array(select id from collection_round where state = 'OPEN'), at);
end
$$;
revoke all on function directory.keep_all_tasks_of_resources from public;
grant execute on function directory.keep_all_tasks_of_resources to hub_activities;
