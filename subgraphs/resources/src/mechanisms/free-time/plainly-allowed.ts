import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type Expression, type SqlBool, sql } from "kysely";

const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 1440;

/** A range as one day's weekly hours see it. */
export interface WithinDay {
  readonly day: string;
  /**
   * ISO 8601: 1 is Monday. 0 for a range that does not lie within one day, or not in whole minutes: no hours are of that
   * day.
   */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Where a range lies in its day, in Asia/Shanghai. */
export function withinDay({ start, end }: TimeRangeInput): WithinDay {
  const day = shanghaiDay(start);
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const minuteOf = (at: Date): number => (at.getTime() - midnight) / MINUTE_MS;
  const [fromMinute, toMinute] = [minuteOf(start), minuteOf(end)];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const isWhole = Number.isInteger(fromMinute) && Number.isInteger(toMinute);
  if (isWhole && toMinute <= MINUTES_OF_DAY) return { day, weekday, fromMinute, toMinute };
  // Any minute after midnight says so; that of a month's end would not fit into the columns that it is compared with.
  return { day, weekday: 0, fromMinute: 0, toMinute: MINUTES_OF_DAY + 1 };
}

/**
 * Condition for the usual case in which the rules of a row of `resource` surely allow a booking: one period of its hours
 * covers the range, which consists of whole minutes, no limit is near, and it is neither blocked nor a special day. It decides nothing by itself:
 * whatever it does not allow is asked of the function `rule_obstacle`, which takes a hundred times as long.
 */
export function isPlainlyAllowed(
  start: unknown,
  end: unknown,
  { now, within }: { readonly now: unknown; readonly within: readonly unknown[] },
): Expression<SqlBool> {
  const [day, weekday, fromMinute, toMinute] = within;
  // One row of a limited query instead of "exists", for which PostgreSQL would read the whole table into a hash.
  return sql<SqlBool>`(
    (
      select true from opening_hours as hours where hours.resource_id = resource.id and hours.weekday = ${weekday}
        and hours.from_minute <= ${fromMinute} and hours.to_minute >= ${toMinute}
        and hours.valid_from is null and hours.valid_to is null limit 1
    )
    and (
      select true from booking_rules as rules where rules.resource_id = resource.id and (
        rules.slot_minutes is not null and (${fromMinute}::integer % rules.slot_minutes <> 0
          or ${toMinute}::integer % rules.slot_minutes <> 0)
        or minutes_after(${now}::timestamptz, rules.min_notice_minutes) > ${start}
        or minutes_after(${now}::timestamptz, (rules.max_ahead_days - 1) * 1440) < ${start}
        or minutes_after(${start}::timestamptz, rules.max_length_minutes) < ${end}
        or rules.on_holidays = 'CLOSED' and exists (select from holiday where holiday.day = ${day}::date)
      ) limit 1
    ) is null
    and (
      select true from blocking where blocking.resource_id = resource.id and blocking.state = 'ACTIVE'
        and blocking.during && tstzrange(${start}, ${end}) limit 1
    ) is null
  )`;
}
