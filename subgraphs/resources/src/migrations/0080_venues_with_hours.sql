-- What has no opening hours is offered at night only to whoever asks for the night: activities know of their venues whether
-- they have any.

-- As in 0032; and whether the venue has opening hours.
create or replace function directory.venue_times(of_resource uuid, starts timestamptz, ends timestamptz, held_until timestamptz, given_up uuid[])
returns jsonb
language sql stable security definer set search_path = resources, pg_temp as $$
  select jsonb_build_object(
    'takings', (select coalesce(jsonb_agg(jsonb_build_object(
        'startsAt', taken.starts_at, 'endsAt', taken.ends_at, 'quantity', taken.quantity)), '[]')
      from taken_within(of_resource, tstzrange(starts, held_until), given_up) as taken),
    'opening', (select coalesce(jsonb_agg(jsonb_build_object('start', lower(period), 'end', upper(period)) order by period), '[]')
      from unnest(opening(of_resource, tstzrange(starts, ends))) as period),
    'hasHours', exists (select from opening_hours where resource_id = of_resource))
$$;
