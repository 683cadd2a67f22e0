import { type FreeSlot, capacityOf } from "@alliance-hub/platform/bookable/free-time";
import { type Kysely, sql } from "kysely";
import type { TakingTables } from "../free-time/takings.ts";
import type { TimedResource, WantedBooking } from "./keeps-rules.ts";

/** Whether enough of a locked resource is left for a booking, whatever its rules say. */
export async function isLeft(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  wanted: WantedBooking,
): Promise<boolean> {
  return (await readLeast(rows, resource, wanted)).quantity >= wanted.quantity;
}

/** Where the least is left of the time that a booking would hold, to the end of the buffer. */
export async function readLeast(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  { during, without = [] }: WantedBooking,
): Promise<FreeSlot> {
  const end = new Date(during.end.getTime() + resource.bufferMinutes * 60_000);
  const { rows: found } = await sql<{ quantity: number; startsAt: Date; endsAt: Date }>`
    select * from least_left(${resource.id}, ${capacityOf(resource)}, tstzrange(${during.start}, ${end}),
      ${without}::uuid[])`.execute(rows);
  const [least] = found;
  if (!least) throw new Error("A time was answered with nothing");
  return { quantity: least.quantity, start: least.startsAt, end: least.endsAt };
}
