import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";

/** A range in which hours are looked for. */
export interface OpeningRange extends TimeRangeInput {
  /** Leaves out what is too soon or too far ahead to be booked at this instant. Default: leaves nothing out. */
  readonly bookableAt?: Date | undefined;
}

/**
 * When resources may be used within a range, whatever is booked: in their opening hours, on no day off that they keep,
 * and not while they are blocked. The function `opening` of the database says it, for bookings and lists, too.
 *
 * @returns by resource, periods without overlap, in order of time; none if it may not be used at all.
 */
export async function readOpening<DB>(
  rows: Kysely<DB>,
  resourceIds: readonly string[],
  { start, end, bookableAt }: OpeningRange,
): Promise<Map<string, TimeRangeInput[]>> {
  if (resourceIds.length === 0) return new Map();
  const { rows: found } = await sql<TimeRangeInput & { readonly id: string }>`
    select asked.id, lower(period) as start, upper(period) as end
    from unnest(${resourceIds}::uuid[]) as asked(id)
    left join booking_rules as rules on rules.resource_id = asked.id
    cross join lateral (values (tstzrange(${start}, ${end}) * bookable_range(rules, ${bookableAt ?? null}))) as within(range)
    cross join lateral unnest(opening(asked.id, within.range)) as period
    where not isempty(within.range)
    order by 2`.execute(rows);
  return Map.groupBy(found, ({ id }) => id);
}
