import { timeTaken, waitingMoved } from "@alliance-hub/platform/notices/concerned/of-resources";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type Kysely, sql } from "kysely";
import {
  type BookedTime,
  type WaitingRow,
  type WaitingTables,
  isRival,
} from "./waiting-entry.loaders.ts";

type Moving = Pick<Work<WaitingTables>, "rows" | "now"> & { readonly newId: () => string };

/**
 * Moves the waiting list of a locked resource on, with the function `move_waiting_on` of the database, and tells whom
 * this concerns. Whoever books, cancels, joins or leaves the list does this before anything else, and so does the hub's
 * own worker: nobody gets what somebody else waits for, and nobody is skipped.
 *
 * @param without bookings and entries that are being given up and take nothing any more.
 * @returns how many entries changed.
 */
export async function moveWaitingOn(
  { rows, now, newId }: Moving,
  resourceId: string,
  without: readonly string[] = [],
): Promise<number> {
  const { rows: moved } = await sql<WaitingRow>`
    select * from move_waiting_on(${resourceId}, ${now}, ${without}::uuid[])`.execute(rows);
  // Whoever makes the change is told, too, if it is about what they wait for themselves.
  const told = moved.flatMap((entry) => waitingMoved(entry, now));
  await leaveNotices({ newId }, { rows, now }, told);
  return moved.length;
}

/** Tells those who wait for times, or parts of them, that others have them: each unit once, of the first that it waits for. */
export async function tellRivals(
  { rows, now, newId }: Moving,
  given: readonly (BookedTime & { readonly organizationId: string })[],
): Promise<void> {
  if (given.length === 0) return;
  const waiting = await rows
    .selectFrom("waitingEntry")
    .selectAll()
    .where("resourceId", "in", [...new Set(given.map(({ resourceId }) => resourceId))])
    .where("state", "=", "WAITING")
    .orderBy("startsAt")
    .orderBy("lineNumber")
    .execute();
  const rivals = waiting.filter((entry) =>
    given.some((one) => one.organizationId !== entry.organizationId && isRival(entry, one)),
  );
  const first = new Map(rivals.toReversed().map((entry) => [entry.organizationId, entry]));
  await leaveNotices({ newId }, { rows, now }, [...first.values()].flatMap(timeTaken));
}

/** Resources for which somebody waits, or to whom something is offered. */
export async function awaitedResources(rows: Kysely<WaitingTables>): Promise<string[]> {
  const found = await rows
    .selectFrom("waitingEntry")
    .select("resourceId")
    .distinct()
    .where("state", "in", ["WAITING", "OFFERED"])
    .orderBy("resourceId")
    .execute();
  return found.map(({ resourceId }) => resourceId);
}
