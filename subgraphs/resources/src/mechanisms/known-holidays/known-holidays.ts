import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";

/**
 * The last day (`YYYY-MM-DD`) of which a resource that is closed on public holidays knows whether it is one. They are
 * published year by year. Null for a resource that is open on holidays.
 */
export async function readKnownUntil<DB>(
  rows: Kysely<DB>,
  resourceId: string,
): Promise<string | null> {
  const { rows: found } = await sql<{ until: string | null }>`
    select make_date(extract(year from max(day))::integer, 12, 31)::text as until from holiday
    where exists (select from booking_rules where resource_id = ${resourceId} and on_holidays = 'CLOSED')`.execute(
    rows,
  );
  return found[0]?.until ?? null;
}

/** Whether a time ends after the days whose holidays are known. */
export const isAfterKnown = ({ end }: TimeRangeInput, knownUntil: string | null): boolean =>
  knownUntil !== null && shanghaiDay(new Date(end.getTime() - 1)) > knownUntil;
