import type { Obstacle } from "@alliance-hub/platform/bookable/obstacle";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";

/** What is asked of a resource's rules. */
interface Question {
  readonly id: string;
  readonly during: TimeRangeInput;
  readonly now: Date;
}

/** The first rule that forbids a booking, whatever others have booked; null if none does. */
export async function readObstacle<DB>(
  rows: Kysely<DB>,
  { id, during, now }: Question,
): Promise<Obstacle | null> {
  const { rows: found } = await sql<{ obstacle: Obstacle | null }>`
    select rule_obstacle(${id}, ${during.start}, ${during.end}, ${now}) as obstacle`.execute(rows);
  return found[0]?.obstacle ?? null;
}

/** The slots that a time does not keep; null if it begins and ends with one. */
export async function readSlotObstacle<DB>(
  rows: Kysely<DB>,
  { id, during }: Pick<Question, "id" | "during">,
): Promise<Obstacle | null> {
  const { rows: found } = await sql<{ obstacle: Obstacle | null }>`
    select slot_obstacle(booking_rules, ${during.start}, ${during.end}) as obstacle
    from booking_rules where resource_id = ${id}`.execute(rows);
  return found[0]?.obstacle ?? null;
}

/** The first blocking that meets a time; null if none does. */
export async function readBlocked<DB>(
  rows: Kysely<DB>,
  { id, during }: Pick<Question, "id" | "during">,
): Promise<(Obstacle & { readonly rule: "BLOCKED" }) | null> {
  const { rows: found } = await sql<Omit<Obstacle & { readonly rule: "BLOCKED" }, "rule">>`
    select reason, starts_at as start, ends_at as end from blocking
    where resource_id = ${id} and state = 'ACTIVE' and during && tstzrange(${during.start}, ${during.end})
    order by starts_at limit 1`.execute(rows);
  return found[0] ? { rule: "BLOCKED", ...found[0] } : null;
}
