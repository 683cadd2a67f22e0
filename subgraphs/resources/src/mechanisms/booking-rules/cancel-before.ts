import { type Kysely, sql } from "kysely";

/** How many minutes before its start a booking of a resource can last be cancelled by whoever booked; 0 by default. */
export async function readCancelBefore<DB>(rows: Kysely<DB>, resourceId: string): Promise<number> {
  const { rows: found } = await sql<{ minutes: number }>`
    select cancel_before_minutes as minutes from booking_rules where resource_id = ${resourceId}`.execute(
    rows,
  );
  return found[0]?.minutes ?? 0;
}
