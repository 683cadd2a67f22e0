import { Condition } from "@alliance-hub/platform/conditions/condition";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Expression, type SqlBool, sql } from "kysely";
import { BOOKABLE_KINDS } from "../../vocabulary/resource-kind.ts";
import { isPlainlyAllowed, withinDay } from "./plainly-allowed.ts";
import { isTaking } from "./takings.ts";

/**
 * Condition that a row of `resource` can be booked throughout a range: its rules allow it, and at least one is left to
 * the end of the buffer. The quantity in use grows only when a booking starts. So only the start of the range and the
 * starts of bookings within it need to be checked. A changed booking that awaits approval holds two
 * times; an offer to a unit that waits holds one.
 */
export function freeThroughout({ start, end }: TimeRangeInput, now: Date): Condition {
  const { day, weekday, fromMinute, toMinute } = withinDay({ start, end });
  const values = [start, end, now, day, weekday, fromMinute, toMinute];
  return new Condition({ form: "free", values, isLong: true }, ([from, until, at, ...within]) =>
    freeBetween(from, until, { now: at, within }),
  );
}

function freeBetween(
  start: unknown,
  end: unknown,
  { now, within }: { readonly now: unknown; readonly within: readonly unknown[] },
): Expression<SqlBool> {
  const held = sql`tstzrange(${start}, minutes_after(${end}::timestamptz, resource.buffer_minutes))`;
  const bookable = sql.join(BOOKABLE_KINDS.map((kind) => sql.lit(kind)));
  return sql<SqlBool>`(resource.state = 'PUBLISHED' and resource.kind in (${bookable})
    and (not resource.has_rules or ${isPlainlyAllowed(start, end, { now, within })}
      or rule_obstacle(resource.id, ${start}, ${end}, ${now}) is null)
    and not exists (
      select from (
        select ${start}::timestamptz as at
        union all
        select beginning.at from booking as starting
        cross join lateral (values (starting.starts_at), (starting.previous_starts_at)) as beginning(at)
        where ${ofResource("starting")} and starting.taken && ${held}
          and beginning.at > ${start} and ${held} @> beginning.at
        union all
        select offered.starts_at from waiting_entry as offered
        where ${isOffered} and offered.held && ${held} and offered.starts_at > ${start}
      ) as moment
      where coalesce(resource.capacity, 1) <= (
        select coalesce(sum(greatest(
          case when running.held @> moment.at then running.quantity end,
          case when running.previously_held @> moment.at then running.previous_quantity end
        )), 0) from booking as running
        where ${ofResource("running")} and running.taken @> moment.at
      ) + (
        select coalesce(sum(offered.quantity), 0) from waiting_entry as offered
        where ${isOffered} and offered.held @> moment.at
      )
    ))`;
}

/** Literals, as for bookings: the planner finds the partial index by them. */
const isOffered = sql<SqlBool>`offered.resource_id = resource.id and offered.state = 'OFFERED'`;

function ofResource(table: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.resourceId`)} = resource.id and ${isTaking(table)}`;
}
