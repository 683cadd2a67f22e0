import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { defineEntity, p } from "@mikro-orm/core";
import { type Kysely, sql } from "kysely";

export const ReschedulingSchema = defineEntity({
  name: "Rescheduling",
  tableName: "rescheduling",
  properties: {
    id: p.uuid().primary(),
    activityId: p.uuid(),
    at: p.datetime(),
    fromStartsAt: p.datetime(),
    fromEndsAt: p.datetime(),
    toStartsAt: p.datetime(),
    toEndsAt: p.datetime(),
    reason: p.string().nullable().strictNullable(),
  },
});

/** An activity that was moved to another time (改期). */
export class Rescheduling extends ReschedulingSchema.class {}
ReschedulingSchema.setClass(Rescheduling);

/** Where an activity is moved from and to. */
export interface Move {
  readonly activityId: string;
  readonly from: TimeRangeInput;
  readonly to: TimeRangeInput;
  readonly reason: string | null;
}

/** Whether an activity was ever moved. */
export async function wasMoved<DB>(rows: Kysely<DB>, activityId: string): Promise<boolean> {
  const found = await sql`
    select from rescheduling where activity_id = ${activityId} limit 1`.execute(rows);
  return found.rows.length > 0;
}

/** Notes a move in the transaction that makes it, so that units see later what changed and why. */
export function noteRescheduling(
  context: Pick<BaseContext, "newId">,
  { em, now }: Pick<Work<unknown>, "em" | "now">,
  { activityId, from, to, reason }: Move,
): void {
  em.create(Rescheduling, {
    id: context.newId(),
    activityId,
    at: now,
    fromStartsAt: from.start,
    fromEndsAt: from.end,
    toStartsAt: to.start,
    toEndsAt: to.end,
    reason,
  });
}
