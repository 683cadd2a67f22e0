import {
  offerBlocked,
  timeTaken,
  waitingMoved,
} from "@alliance-hub/platform/notices/concerned/of-resources";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
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

/**
 * Takes back the offers whose time the provider blocks: their units wait again, in the place that they had, and are told.
 * The resource is locked. What nobody has accepted in time is left to lapse.
 */
export async function takeOffersBack(
  { rows, now, newId }: Moving,
  resourceId: string,
  blocked: { readonly during: TimeRangeInput; readonly reason: string },
): Promise<void> {
  const { start, end } = blocked.during;
  const { rows: taken } = await sql<WaitingRow>`
    update waiting_entry set state = 'WAITING', offered_until = null, updated_at = ${now}, version = version + 1
    where resource_id = ${resourceId} and state = 'OFFERED' and offered_until > ${now}
      and tstzrange(starts_at, ends_at) && tstzrange(${start}, ${end})
    returning *`.execute(rows);
  const told = taken.flatMap((entry) => offerBlocked(entry, blocked));
  await leaveNotices({ newId }, { rows, now }, told);
}

/**
 * Tells those who wait for times, or parts of them, that others have them: each unit once, of the first that it waits for.
 * The lists have been moved on before: nobody waits any more with whom the resource is not shared.
 */
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

/** Resources whose waiting lists change if they are moved on now, as far as can be known without a lock. */
export async function changingLists(rows: Kysely<WaitingTables>, now: Date): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select changing_lists(${now}) as id order by 1`.execute(rows);
  return found.map(({ id }) => id);
}
