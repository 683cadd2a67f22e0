import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { HubError, badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import { readTakings } from "../../mechanisms/free-time/takings.ts";
import { type FreeSlot, capacityOf, tightest } from "../../mechanisms/free-time/free-time.ts";
import { BOOKABLE_KINDS } from "../../vocabulary/resource-kind.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { BOOKING_STEPS, Booking } from "./booking.entity.ts";
import {
  type BookResourceInput,
  type CancelBookingInput,
  type CompleteBookingInput,
  type DecideBookingInput,
  LIMITS,
  QUANTITY,
} from "./booking.input.ts";
import type { BookingContext, BookingRow, BookingTables } from "./booking.loaders.ts";
import { type BookingRule, can } from "./booking.policy.ts";

/** Maximum length of a booking, in days. */
const MAX_DAYS = 31;
/** How far ahead a booking may end, in days. */
const MAX_DAYS_AHEAD = 400;
/** How far in the past "now" may be, in milliseconds, because a request takes time and clocks differ. */
const GRACE_MS = 60_000;

const changes = recordChanges({
  noun: "Booking",
  entity: Booking,
  reload: ({ bookings }: BookingContext, id): Promise<BookingRow | null> => bookings.byId.load(id),
  judged: async ({ organizationId, providerId, committeeId, resourceId }, work) => {
    const resource = await resourceIn(work, resourceId);
    return { organizationId, providerId, committeeId, resource } as BookingRule;
  },
  mayRead: (viewer, booking) => can(viewer, "read", booking),
  can,
  only: ({ organizationId }, action) =>
    action === "book"
      ? `Only a liaison of ${organizationId} may book for it.`
      : `Your unit may not ${action} this booking. Ask the unit that booked the resource or the unit that offers it.`,
  steps: BOOKING_STEPS,
  note: async ({ organizationId, resourceId, state, quantity }, _context, work) => {
    const { regionPath } = await resourceIn(work, resourceId);
    return { organizationId, regionPath, details: { resourceId, state, quantity } };
  },
});

/**
 * Books a resource for a time. The resource's row is locked, so that simultaneous callers are handled one after
 * the other and each sees what the previous one took.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if it is not published,
 *   `BOOKING_CONFLICT` if too little is left.
 */
export async function bookResource(
  context: BookingContext,
  input: BookResourceInput,
): Promise<BookingRow> {
  const { during } = input;
  const quantity = QUANTITY.check("quantity", input.quantity ?? 1);
  const given = checkedOrNull(input, LIMITS);
  requireRange("during", during, MAX_DAYS);
  const seen = await context.resources.byId.load(input.resourceId);
  if (!seen) throw notFound("Resource", input.resourceId);
  const organization = await requireOrganization(context.directory, input.organizationId);
  const { providerId, committeeId } = seen;
  const sides = { organizationId: organization.id, providerId, committeeId };
  changes.require(context.viewer, "book", sides);
  const constraints = {
    booking_one_at_a_time: () =>
      tooLittle(seen.id, quantity, { start: during.start, end: during.end, quantity: 0 }),
  };
  return await changes.create(
    context,
    { action: "bookResource", input, constraints },
    async (work, create) => {
      const { rows, now } = work;
      const resource = await lockResource(work, seen.id);
      // Checked here, not above: a repeated call gets the earlier answer, however late it comes.
      requireAhead(during, now);
      requireBookable(resource, quantity);
      await requireLeft({ rows }, resource, { during, quantity });
      return create({
        ...sides,
        ...given,
        resourceId: resource.id,
        startsAt: during.start,
        endsAt: during.end,
        quantity,
        exclusive: capacityOf(resource) === 1,
        // The provider does not need its own approval.
        state: resource.approval && organization.id !== providerId ? "REQUESTED" : "CONFIRMED",
      });
    },
  );
}

/** The last moment that can be booked. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() + MAX_DAYS_AHEAD * 86_400_000);
}

/**
 * Rejects a time that has begun, or is too far ahead.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
function requireAhead(during: TimeRangeInput, now: Date): void {
  if (during.start.getTime() < now.getTime() - GRACE_MS) {
    throw badInput(
      "during",
      `"during" starts in the past, at ${during.start.toISOString()}; it is ${now.toISOString()} now. Give a start from now on.`,
    );
  }
  if (during.end > lastMoment(now)) {
    throw badInput(
      "during",
      `"during" ends at ${during.end.toISOString()}, more than ${MAX_DAYS_AHEAD} days ahead. Book nearer to the time.`,
    );
  }
}

/**
 * Rejects a resource that cannot be booked, and a quantity above its capacity.
 *
 * @throws HubError `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if it is not published.
 */
function requireBookable(
  resource: Pick<Resource, "id" | "kind" | "state" | "capacity">,
  quantity: number,
): void {
  const { id, kind, state } = resource;
  if (!BOOKABLE_KINDS.includes(kind)) {
    throw badInput(
      "resourceId",
      `Resource ${id} is of kind ${kind}; only ${BOOKABLE_KINDS.join(", ")} can be booked. Ask the unit that offers it.`,
    );
  }
  if (state !== "PUBLISHED") {
    throw new HubError(
      "ILLEGAL_TRANSITION",
      `Resource ${id} is ${state}; only a PUBLISHED one can be booked. Choose another with resources(filter:).`,
      {
        state,
        allowed: [],
      },
    );
  }
  if (quantity > capacityOf(resource)) {
    throw badInput(
      "quantity",
      `"quantity" is ${quantity}, but resource ${id} has ${capacityOf(resource)} in all. Give that or less.`,
    );
  }
}

/**
 * Rejects a booking if too little is left at some moment. The caller holds the lock on the resource's row.
 * Without it, somebody else could take the quantity that is read here at the same moment.
 *
 * @throws HubError `BOOKING_CONFLICT`.
 */
async function requireLeft(
  { rows }: Pick<Work<BookingTables>, "rows">,
  resource: { readonly id: string; readonly capacity: number | null },
  { during, quantity }: { during: TimeRangeInput; quantity: number },
): Promise<void> {
  const takings = await readTakings(rows, [resource.id], during);
  const least = tightest(capacityOf(resource), during, takings.get(resource.id) ?? []);
  if (least.quantity < quantity) throw tooLittle(resource.id, quantity, least);
}

/** `BOOKING_CONFLICT`, naming how much is left and when, but not who has the rest. */
export function tooLittle(resourceId: string, quantity: number, least: FreeSlot): HubError {
  const remaining = Math.max(least.quantity, 0);
  const [start, end] = [least.start.toISOString(), least.end.toISOString()];
  return new HubError(
    "BOOKING_CONFLICT",
    `Resource ${resourceId} has ${remaining} left from ${start} to ${end}; you asked for ${quantity}. Choose another time or a smaller quantity: resource(id:) { free(during:) } shows what is left.`,
    { left: remaining, start, end },
  );
}

/**
 * Cancels a booking, for either side or whoever runs the committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function cancelBooking(
  context: BookingContext,
  input: CancelBookingInput,
): Promise<BookingRow> {
  const reason = REASON.check("reason", input.reason);
  const step = { action: "cancelBooking", may: "cancel", to: "CANCELLED", input } as const;
  return await changes.change(context, step, (booking, { now }) => {
    if (booking.endsAt <= now)
      throw outOfTime(
        booking,
        `ended at ${booking.endsAt.toISOString()} and can no longer be cancelled`,
      );
    booking.reason = reason;
  });
}

/**
 * The provider's answer to a request.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function decideBooking(
  context: BookingContext,
  input: DecideBookingInput,
): Promise<BookingRow> {
  const given = checkedOrNull(input, { reason: REASON });
  const to = input.confirm ? "CONFIRMED" : "DENIED";
  const step = { action: "decideBooking", may: "decide", to, input } as const;
  return await changes.change(context, step, (booking) => {
    Object.assign(booking, given);
  });
}

/**
 * Records that a booking was used, after it has ended.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function completeBooking(
  context: BookingContext,
  input: CompleteBookingInput,
): Promise<BookingRow> {
  const step = { action: "completeBooking", may: "complete", to: "DONE", input } as const;
  return await changes.change(context, step, (booking, { now }) => {
    if (booking.endsAt > now)
      throw outOfTime(
        booking,
        `ends at ${booking.endsAt.toISOString()} and can be completed only then`,
      );
  });
}

/**
 * Cancels the bookings of a resource that have not begun, in the caller's transaction.
 *
 * @returns how many there were.
 */
export async function cancelAhead(
  { rows, now }: Work<BookingTables>,
  resourceId: string,
  reason: string,
): Promise<number> {
  const cancelled = await rows
    .updateTable("booking")
    .set((is) => ({ state: "CANCELLED", reason, updatedAt: now, version: is("version", "+", 1) }))
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now)
    .executeTakeFirst();
  return Number(cancelled.numUpdatedRows);
}

/** Adapts future bookings to a changed capacity: if it is one, the exclusion constraint guards them. */
export async function followCapacity(
  { rows, now }: Work<BookingTables>,
  resource: { readonly id: string; readonly capacity: number | null },
): Promise<void> {
  await rows
    .updateTable("booking")
    .set({ exclusive: capacityOf(resource) === 1 })
    .where("resourceId", "=", resource.id)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("endsAt", ">", now)
    .execute();
}

function outOfTime(record: Booking, fault: string): HubError {
  return new HubError("ILLEGAL_TRANSITION", `Booking ${record.id} ${fault}.`, {
    state: record.state,
    allowed: BOOKING_STEPS[record.state],
  });
}
