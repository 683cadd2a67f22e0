-- As in 0024; and a weekend has hours of its own on a make-up working day only if these are valid then: hours of a summer's
-- Saturdays say nothing of October.
create or replace function opening(of_resource uuid, wanted tstzrange) returns tstzmultirange
language sql stable set search_path from current as $$
  with day as (
    select series.moment::date as day, holiday.is_off,
      case
        -- A make-up working day at a weekend has the hours of a Monday, where the weekend has none on that day.
        when rules.on_holidays = 'CLOSED' and not holiday.is_off and not exists (
          select from opening_hours as own where own.resource_id = of_resource
            and own.weekday = extract(isodow from series.moment)
            and (own.valid_from is null or own.valid_from <= series.moment::date)
            and (own.valid_to is null or own.valid_to >= series.moment::date)) then 1
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
