import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type SqlBool, sql } from "kysely";
import { MAX_ACTIVITY_DAYS } from "../activity-time/activity-time.ts";

const DAY_MS = 86_400_000;

/**
 * The condition that an activity overlaps a range. No activity is longer than the limit, so the index on the start
 * finds all that do.
 */
export function overlapping({ start, end }: TimeRangeInput): Condition {
  const earliest = new Date(start.getTime() - MAX_ACTIVITY_DAYS * DAY_MS);
  return condition(
    "activity during",
    [end, earliest, start],
    (to, since, from) =>
      sql<SqlBool>`(activity.starts_at < ${to} and activity.starts_at > ${since} and activity.ends_at > ${from})`,
  );
}
