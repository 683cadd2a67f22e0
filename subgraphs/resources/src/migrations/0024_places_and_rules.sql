-- When and how resources may be used: where a venue is and what it has, weekly opening hours, booking rules, times at
-- which it is blocked, and the public holidays. What is open is said once, by the function "opening"; the booking
-- mutations, the free times and the filter of the list all ask it.

create table venue (
  resource_id uuid primary key references resource on delete cascade,
  address text,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  seats integer check (seats between 1 and 1000000),
  area_square_metres integer check (area_square_metres between 1 and 10000000),
  barrier_free boolean,
  amenities text[] not null default '{}',
  office_phone text,
  constraint venue_both_coordinates check ((longitude is null) = (latitude is null))
);
create index venue_position on venue (latitude, longitude) where latitude is not null;

create table opening_hours (
  resource_id uuid not null references resource on delete cascade,
  -- In the order in which they were given.
  position smallint not null,
  -- ISO 8601: 1 is Monday.
  weekday smallint not null check (weekday between 1 and 7),
  -- Minutes since midnight; 1440 is the end of the day.
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null check (to_minute between 1 and 1440),
  valid_from date,
  valid_to date,
  note text,
  primary key (resource_id, position),
  constraint opening_hours_range check (to_minute > from_minute),
  constraint opening_hours_validity check (valid_to >= valid_from)
);

create table booking_rules (
  resource_id uuid primary key references resource on delete cascade,
  min_notice_minutes integer not null default 0 check (min_notice_minutes between 0 and 525600),
  max_ahead_days integer check (max_ahead_days between 1 and 400),
  slot_minutes integer check (slot_minutes between 1 and 1440),
  max_length_minutes integer check (max_length_minutes between 1 and 44640),
  cancel_before_minutes integer not null default 0 check (cancel_before_minutes between 0 and 525600),
  on_holidays text not null default 'OPEN' check (on_holidays in ('OPEN', 'CLOSED'))
);

create table blocking (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resource_id uuid not null references resource,
  provider_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  reason text not null,
  state text not null check (state in ('ACTIVE', 'LIFTED')),
  lifted_at timestamptz,
  constraint blocking_range check (ends_at > starts_at),
  constraint blocking_lifted check ((state = 'LIFTED') = (lifted_at is not null))
);
create index blocking_time on blocking using gist (resource_id, during) where (state = 'ACTIVE');
create index blocking_resource on blocking (resource_id, id desc);

-- The days off and the make-up working days that the State Council has published.
create table holiday (
  day date primary key,
  name text not null,
  is_off boolean not null
);

-- How long a resource stays unused after each booking, and whether any rule applies to it: most have none.
alter table resource add column buffer_minutes integer not null default 0 check (buffer_minutes between 0 and 1440);
alter table resource add column has_rules boolean not null default false;

-- Minutes, unlike days, are equally long everywhere, so the result depends on nothing else.
create function minutes_after(at timestamptz, minutes integer) returns timestamptz
language sql immutable parallel safe as $$
  select at + make_interval(mins => minutes)
$$;

-- A booking keeps its resource for itself until the buffer after it is over.
alter table booking add column buffer_minutes integer not null default 0;
alter table booking add column held tstzrange not null
  generated always as (tstzrange(starts_at, minutes_after(ends_at, buffer_minutes), '[)')) stored;
alter table booking drop constraint booking_one_at_a_time;
alter table booking add constraint booking_one_at_a_time
  exclude using gist (resource_id with =, held with &&) where (exclusive and state in ('REQUESTED', 'CONFIRMED'));
drop index booking_taken;
create index booking_taken on booking using gist (resource_id, held) where (state in ('REQUESTED', 'CONFIRMED', 'DONE'));

-- What can be used within a range: in its hours, on no day off if it keeps these, and not while it is blocked.
create function opening(of_resource uuid, wanted tstzrange) returns tstzmultirange
language sql stable set search_path from current as $$
  with day as (
    select series.moment::date as day, holiday.is_off,
      case
        -- A make-up working day at a weekend has the hours of a Monday, where the weekend has none.
        when rules.on_holidays = 'CLOSED' and not holiday.is_off and not exists (
          select from opening_hours as own where own.resource_id = of_resource
            and own.weekday = extract(isodow from series.moment)) then 1
        else extract(isodow from series.moment)::integer
      end as weekday,
      coalesce(rules.on_holidays = 'CLOSED' and holiday.is_off, false) as is_closed
    from generate_series(
      (lower(wanted) at time zone 'Asia/Shanghai')::date::timestamp,
      (upper(wanted) at time zone 'Asia/Shanghai')::date::timestamp, interval '1 day') as series(moment)
    left join holiday on holiday.day = series.moment::date
    left join booking_rules as rules on rules.resource_id = of_resource
  )
  select tstzmultirange(wanted)
    * case
        when exists (select from opening_hours where resource_id = of_resource) then coalesce((
          select range_agg(tstzrange(
            (day.day + make_interval(mins => hours.from_minute)) at time zone 'Asia/Shanghai',
            (day.day + make_interval(mins => hours.to_minute)) at time zone 'Asia/Shanghai'))
          from day join opening_hours as hours on hours.resource_id = of_resource and hours.weekday = day.weekday
            and (hours.valid_from is null or hours.valid_from <= day.day)
            and (hours.valid_to is null or hours.valid_to >= day.day)
        ), '{}')
        else tstzmultirange(wanted)
      end
    - coalesce((
        select range_agg(tstzrange(day.day::timestamp at time zone 'Asia/Shanghai',
          (day.day + 1)::timestamp at time zone 'Asia/Shanghai'))
        from day where day.is_closed
      ), '{}')
    - coalesce((
        select range_agg(blocking.during) from blocking
        where blocking.resource_id = of_resource and blocking.state = 'ACTIVE' and blocking.during && wanted
      ), '{}')
$$;

-- The first rule that forbids a booking, whatever others have booked; null if none does. It is decided here alone.
create function rule_obstacle(of_resource uuid, starts timestamptz, ends timestamptz, at timestamptz) returns jsonb
language plpgsql stable set search_path from current as $$
declare
  rules booking_rules;
  blocked blocking;
  closed holiday;
begin
  select * into rules from booking_rules where resource_id = of_resource;
  if starts < at + make_interval(mins => rules.min_notice_minutes) and rules.min_notice_minutes > 0 then
    return jsonb_build_object('rule', 'NOTICE', 'minutes', rules.min_notice_minutes);
  end if;
  if (starts at time zone 'Asia/Shanghai')::date > (at at time zone 'Asia/Shanghai')::date + rules.max_ahead_days then
    return jsonb_build_object('rule', 'AHEAD', 'days', rules.max_ahead_days);
  end if;
  if ends - starts > make_interval(mins => rules.max_length_minutes) then
    return jsonb_build_object('rule', 'LENGTH', 'minutes', rules.max_length_minutes);
  end if;
  if rules.slot_minutes is not null and (
    extract(epoch from (starts at time zone 'Asia/Shanghai')::time) % (rules.slot_minutes * 60) <> 0
    or extract(epoch from (ends at time zone 'Asia/Shanghai')::time) % (rules.slot_minutes * 60) <> 0
  ) then
    return jsonb_build_object('rule', 'SLOT', 'minutes', rules.slot_minutes);
  end if;
  if opening(of_resource, tstzrange(starts, ends)) @> tstzrange(starts, ends) then
    return null;
  end if;
  select * into blocked from blocking where resource_id = of_resource and state = 'ACTIVE'
    and during && tstzrange(starts, ends) order by starts_at limit 1;
  if found then
    return jsonb_build_object('rule', 'BLOCKED', 'reason', blocked.reason, 'start', blocked.starts_at, 'end', blocked.ends_at);
  end if;
  if rules.on_holidays = 'CLOSED' then
    select * into closed from holiday where is_off
      and day between (starts at time zone 'Asia/Shanghai')::date
        and ((ends - interval '1 microsecond') at time zone 'Asia/Shanghai')::date order by day limit 1;
    if found then
      return jsonb_build_object('rule', 'HOLIDAY', 'name', closed.name, 'day', closed.day);
    end if;
  end if;
  return jsonb_build_object('rule', 'CLOSED');
end
$$;

-- The last word on what the code above it decides under the lock of the resource's row: whoever books, by whatever
-- way, keeps its buffer, and nothing is booked into a time that is blocked.
create function keep_booking_rules() returns trigger language plpgsql set search_path from current as $$
begin
  select resource.buffer_minutes into new.buffer_minutes from resource where id = new.resource_id;
  if exists (select from blocking where resource_id = new.resource_id and state = 'ACTIVE'
    and during && tstzrange(new.starts_at, new.ends_at)) then
    raise exclusion_violation using constraint = 'booking_not_while_blocked', message = 'The resource is blocked then.';
  end if;
  return new;
end
$$;
create trigger booking_keeps_rules_when_made before insert on booking
  for each row execute function keep_booking_rules();
create trigger booking_keeps_rules_when_moved before update of starts_at, ends_at, resource_id on booking
  for each row when ((new.starts_at, new.ends_at, new.resource_id) is distinct from (old.starts_at, old.ends_at, old.resource_id))
  execute function keep_booking_rules();

-- Metres between two points of the earth, by the haversine formula on a sphere.
create function metres_between(longitude_1 double precision, latitude_1 double precision,
  longitude_2 double precision, latitude_2 double precision) returns double precision
language sql immutable parallel safe as $$
  select 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(latitude_2 - latitude_1) / 2), 2)
    + cos(radians(latitude_1)) * cos(radians(latitude_2)) * power(sin(radians(longitude_2 - longitude_1) / 2), 2))))
$$;
