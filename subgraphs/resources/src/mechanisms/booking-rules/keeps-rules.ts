import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";
import { readOpening } from "../free-time/opening.ts";
import { type TakingTables, readTakings } from "../free-time/takings.ts";
import {
  type BookingLimits,
  lookAround,
  nearestTimes,
} from "@alliance-hub/platform/bookable/nearest-times";
import { forbiddenByRule, requestWhileBlocked } from "@alliance-hub/platform/bookable/obstacle";
import { readBlocked, readObstacle, readSlotObstacle } from "./obstacle.ts";

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
  /** Times that are wanted together with it: none of them is offered instead. Default: none. */
  readonly beside?: readonly TimeRangeInput[];
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

/**
 * Rejects a part of a held time that does not begin and end with a slot, as every booking does. No other rule is a reason
 * to keep what is not needed.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export async function requireWholeSlots(
  rows: Kysely<TakingTables>,
  { id, title, hasRules }: TimedResource,
  during: TimeRangeInput,
): Promise<void> {
  if (!hasRules) return;
  const obstacle = await readSlotObstacle(rows, { id, during });
  if (obstacle) throw forbiddenByRule(title, during, { obstacle });
}

/**
 * Rejects the confirmation of a request for a time that was blocked since. The other rules were kept when it was made;
 * that something can be used at all must be true on the day.
 *
 * @throws HubError `BOOKING_CONFLICT`.
 */
export async function requireNotBlocked(
  rows: Kysely<TakingTables>,
  { id, title, hasRules }: TimedResource,
  during: TimeRangeInput,
): Promise<void> {
  if (!hasRules) return;
  const blocked = await readBlocked(rows, { id, during });
  if (blocked) throw requestWhileBlocked(title, during, blocked);
}

/** The times of the same length that can be had and are nearest to a wanted one: up to three. */
export async function readNearestTimes(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  { during, quantity, now, without = [], beside = [] }: WantedBooking,
): Promise<TimeRangeInput[]> {
  const { id, bufferMinutes, hasRules } = resource;
  const { limits, hasHours } = await readLimits(rows, id);
  const around = lookAround({ during, now, bufferMinutes, limits });
  if (!around) return [];
  const [takings, opening] = await Promise.all([
    readTakings(rows, [id], around.held, without),
    hasRules ? readOpening(rows, [id], around) : undefined,
  ]);
  return nearestTimes(resource, around, {
    during,
    quantity,
    limits,
    hasHours,
    takings: [
      ...(takings.get(id) ?? []),
      ...beside.map(({ start, end }) => ({
        startsAt: start,
        endsAt: new Date(end.getTime() + bufferMinutes * 60_000),
        quantity,
      })),
    ],
    ...(opening ? { opening: opening.get(id) ?? [] } : {}),
  });
}

/** What bounds the times of a booking, and whether the resource has opening hours. */
async function readLimits(
  rows: Kysely<TakingTables>,
  id: string,
): Promise<{ readonly limits: BookingLimits | undefined; readonly hasHours: boolean }> {
  const { rows: found } = await sql<{ limits: BookingLimits | null; hasHours: boolean }>`
    select exists (select from opening_hours where resource_id = ${id}) as has_hours,
      (select jsonb_build_object('minNoticeMinutes', min_notice_minutes, 'maxAheadDays', max_ahead_days,
          'slotMinutes', slot_minutes, 'maxLengthMinutes', max_length_minutes)
        from booking_rules where resource_id = ${id}) as limits`.execute(rows);
  const { limits = null, hasHours = false } = found[0] ?? {};
  return { limits: limits ?? undefined, hasHours };
}
