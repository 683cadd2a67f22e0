import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";
import { capacityOf, freeSlots } from "../free-time/free-time.ts";
import { readOpening } from "../free-time/opening.ts";
import { type TakingTables, readTakings } from "../free-time/takings.ts";
import { nearestTimes } from "./nearest-times.ts";
import { forbiddenByRule, readObstacle } from "./obstacle.ts";

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
/** How far around a time that cannot be had others are looked for, in days. */
const AROUND_DAYS = 14;

/** The columns of a resource that its times follow from. */
export interface TimedResource {
  readonly id: string;
  readonly title: string;
  readonly capacity: number | null;
  readonly bufferMinutes: number;
  readonly hasRules: boolean;
}

/** A booking that is wanted. */
export interface WantedBooking {
  readonly during: TimeRangeInput;
  readonly quantity: number;
  readonly now: Date;
  /** Bookings that do not count, because they are given up for it. Default: none. */
  readonly without?: readonly string[];
}

/**
 * Rejects a booking that the rules of a resource forbid: hours, holidays, blockings, notice, slots and lengths.
 *
 * @throws HubError `BOOKING_CONFLICT`, `BAD_USER_INPUT`, each with the nearest times that can be had.
 */
export async function requireKeepsRules(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  wanted: WantedBooking,
): Promise<void> {
  if (!resource.hasRules) return;
  const { during, now } = wanted;
  const obstacle = await readObstacle(rows, { id: resource.id, during, now });
  if (!obstacle) return;
  // A booking that is too long has no other time.
  if (obstacle.rule === "LENGTH") throw forbiddenByRule(resource.title, during, { obstacle });
  const nearest = await readNearestTimes(rows, resource, wanted);
  throw forbiddenByRule(resource.title, during, { obstacle, nearest });
}

/** The times of the same length that can be had and are nearest to a wanted one: up to three. */
export async function readNearestTimes(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  { during, quantity, now, without = [] }: WantedBooking,
): Promise<TimeRangeInput[]> {
  const { id, bufferMinutes, hasRules } = resource;
  const { rows: found } = await sql<Limits>`
    select min_notice_minutes, max_ahead_days, slot_minutes, max_length_minutes from booking_rules where resource_id = ${id}`.execute(
    rows,
  );
  const {
    minNoticeMinutes = 0,
    maxAheadDays = null,
    slotMinutes = null,
    maxLengthMinutes = null,
  } = found[0] ?? {};
  const earliest = new Date(now.getTime() + minNoticeMinutes * MINUTE_MS);
  const latest = maxAheadDays === null ? Infinity : now.getTime() + maxAheadDays * DAY_MS;
  const around = {
    start: new Date(Math.max(earliest.getTime(), during.start.getTime() - AROUND_DAYS * DAY_MS)),
    end: new Date(
      Math.min(latest, Math.max(during.end.getTime(), earliest.getTime()) + AROUND_DAYS * DAY_MS),
    ),
  };
  if (around.end <= around.start) return [];
  const [takings, opening] = await Promise.all([
    readTakings(
      rows,
      [id],
      { start: around.start, end: new Date(around.end.getTime() + bufferMinutes * MINUTE_MS) },
      without,
    ),
    hasRules ? readOpening(rows, [id], around) : undefined,
  ]);
  const rules = {
    capacity: capacityOf(resource),
    bufferMs: bufferMinutes * MINUTE_MS,
    ...(opening ? { opening: opening.get(id) ?? [] } : {}),
  };
  const slots = freeSlots(rules, around, takings.get(id) ?? []);
  return nearestTimes(slots, { during, quantity, slotMinutes, maxLengthMinutes, earliest });
}

interface Limits {
  readonly minNoticeMinutes: number;
  readonly maxAheadDays: number | null;
  readonly slotMinutes: number | null;
  readonly maxLengthMinutes: number | null;
}
