import type { Obstacle } from "@alliance-hub/platform/bookable/obstacle";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";

/** What is asked of a resource's rules. */
interface Question {
  readonly id: string;
  readonly during: TimeRangeInput;
  /** Null: how long before is not asked, only what always holds. */
  readonly now: Date | null;
}

/** The first rule that forbids a booking, whatever others have booked; null if none does. */
export async function readObstacle<DB>(
  rows: Kysely<DB>,
  { id, during, now }: Question,
): Promise<Obstacle | null> {
  const { rows: found } = await sql<{ obstacle: Obstacle | null }>`
    select rule_obstacle(${id}, ${during.start}, ${during.end}, ${now}::timestamptz) as obstacle`.execute(
    rows,
  );
  return found[0]?.obstacle ?? null;
}
