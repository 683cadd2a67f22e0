import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { Kysely } from "kysely";
import type { TimedResource } from "../../mechanisms/booking-rules/keeps-rules.ts";
import { readObstacle } from "../../mechanisms/booking-rules/obstacle.ts";
import { type Taking, capacityOf, tightest } from "@alliance-hub/platform/bookable/free-time";
import { readTakings } from "../../mechanisms/free-time/takings.ts";
import type { WaitingRow, WaitingTables } from "./waiting-entry.loaders.ts";
import { noticesOfWaiting } from "./waiting-entry.notices.ts";

/*
 * What moves a waiting list on. It is decided under the lock of the resource's row, by whoever books, cancels, joins or
 * leaves the list, before anything else; and by the hub's own worker. So nobody gets what somebody else waits for, and
 * nobody is skipped.
 */

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
/** For how long a time is offered. */
const OFFER_MS = 24 * HOUR_MS;
/** How long before its start an offer ends at the latest. */
const BEFORE_START_MS = 2 * HOUR_MS;
/** For how long a time is offered that starts sooner. */
const SHORT_OFFER_MS = 30 * MINUTE_MS;

/** A locked resource for which units wait. */
export interface AwaitedResource extends TimedResource {
  readonly state: string;
}

type Moving = Pick<Work<WaitingTables>, "rows" | "now"> & { readonly newId: () => string };

/**
 * Ends the offers whose time is over and the waiting for what has begun or is gone, and offers what is free, in the order
 * in which units joined: each of those whose wish can be had.
 *
 * @param without bookings and entries that are being given up and take nothing any more.
 * @returns how many entries changed.
 */
export async function moveWaitingOn(
  work: Moving,
  resource: AwaitedResource,
  without: readonly string[] = [],
): Promise<number> {
  const all = await openEntries(work.rows, resource.id);
  const open = all.filter(({ id }) => !without.includes(id));
  if (open.length === 0) return 0;
  const isOver = (entry: WaitingRow): boolean => hasLapsed(entry, resource, work.now);
  const moved: WaitingRow[] = [];
  for (const entry of open.filter(isOver)) moved.push(await step(work, entry, { state: "LAPSED" }));
  const waiting = open.filter((entry) => entry.state === "WAITING" && !isOver(entry));
  // Read once the lapsed ones hold nothing any more.
  const taken = await readTaken(work.rows, resource, { waiting, without });
  for (const entry of waiting) {
    if (!(await canBeHad(work, resource, { entry, taken }))) continue;
    const { bufferMinutes } = resource;
    const offeredUntil = offerEnds(entry.startsAt, work.now);
    moved.push(await step(work, entry, { state: "OFFERED", offeredUntil, bufferMinutes }));
    const { startsAt, endsAt, quantity } = entry;
    taken.push({ startsAt, endsAt: held(endsAt, bufferMinutes), quantity });
  }
  // Whoever makes the change is told, too, if it is about what they wait for themselves.
  await leaveNotices({ newId: work.newId }, work, moved.flatMap(noticesOfWaiting));
  return moved.length;
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

/**
 * Until when an offer can be accepted: for 24 hours, and at most until two hours before its start; if it starts sooner,
 * for 30 minutes, and never after its start.
 */
export function offerEnds(startsAt: Date, now: Date): Date {
  const [start, at] = [startsAt.getTime(), now.getTime()];
  const usual = Math.min(at + OFFER_MS, start - BEFORE_START_MS);
  return new Date(Math.min(Math.max(usual, at + SHORT_OFFER_MS), start));
}

async function openEntries(rows: Kysely<WaitingTables>, resourceId: string): Promise<WaitingRow[]> {
  return await rows
    .selectFrom("waitingEntry")
    .selectAll()
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["WAITING", "OFFERED"])
    .orderBy("lineNumber")
    .execute();
}

function hasLapsed(entry: WaitingRow, { state }: AwaitedResource, now: Date): boolean {
  if (state !== "PUBLISHED") return true;
  return (entry.offeredUntil ?? entry.startsAt) <= now;
}

const held = (end: Date, bufferMinutes: number): Date =>
  new Date(end.getTime() + bufferMinutes * MINUTE_MS);

/** What is taken of a resource from the first time that is waited for to the last. */
async function readTaken(
  rows: Kysely<WaitingTables>,
  { id, bufferMinutes }: AwaitedResource,
  of: { readonly waiting: readonly WaitingRow[]; readonly without: readonly string[] },
): Promise<Taking[]> {
  const { waiting, without } = of;
  if (waiting.length === 0) return [];
  const start = new Date(Math.min(...waiting.map(({ startsAt }) => startsAt.getTime())));
  const last = new Date(Math.max(...waiting.map(({ endsAt }) => endsAt.getTime())));
  const takings = await readTakings(rows, [id], { start, end: held(last, bufferMinutes) }, without);
  return [...(takings.get(id) ?? [])];
}

async function canBeHad(
  { rows, now }: Moving,
  resource: AwaitedResource,
  { entry, taken }: { readonly entry: WaitingRow; readonly taken: readonly Taking[] },
): Promise<boolean> {
  const during = { start: entry.startsAt, end: entry.endsAt };
  const whole = { start: during.start, end: held(during.end, resource.bufferMinutes) };
  if (tightest(capacityOf(resource), whole, taken).quantity < entry.quantity) return false;
  return (
    !resource.hasRules || (await readObstacle(rows, { id: resource.id, during, now })) === null
  );
}

async function step(
  { rows, now }: Moving,
  { id }: WaitingRow,
  change: Partial<WaitingRow>,
): Promise<WaitingRow> {
  return await rows
    .updateTable("waitingEntry")
    .set((is) => ({ ...change, updatedAt: now, version: is("version", "+", 1) }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
