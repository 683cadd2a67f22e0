import { gathered } from "@alliance-hub/platform/errors/faults";
import { illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { instantWords } from "@alliance-hub/platform/words/times";
import { requireAhead, requireBookingRange } from "@alliance-hub/platform/bookable/bookable-time";
import { requireWholeSlots } from "../../mechanisms/booking-rules/keeps-rules.ts";
import { type Kept, readKept } from "../../mechanisms/booking-rules/kept.ts";
import {
  requireBookable,
  requireWithinCapacity,
} from "../../mechanisms/booking-rules/require-time.ts";
import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import { BOOKING_STEPS, type Booking } from "../booking/booking.entity.ts";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";
import type { BookingContext, BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import { changes, outOfTime, takeTime } from "../booking/booking.service.ts";
import {
  firstStart,
  lockBookedResource,
  requireInTime,
} from "../booking-cancellation/booking-cancellation.service.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { resourceIn } from "../resource/resource.service.ts";
import { moveWaitingOn } from "../waiting-entry/waiting-entry.background.ts";
import type { ChangeBookingInput } from "./booking-change.input.ts";

/** What of a booking takes its resource. */
export interface Taking {
  readonly during: TimeRangeInput;
  readonly quantity: number;
}

/**
 * Changes time, quantity or purpose of a booking, for the unit that booked. The time is given up only if the new one
 * is had, in one transaction; whoever waits for it is offered it at once. A confirmed booking that needs approval holds both
 * until the provider has decided; one that only gives a part back stays confirmed.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`, `BOOKING_CONFLICT`.
 */
export async function changeBooking(
  context: BookingContext,
  input: ChangeBookingInput,
): Promise<BookingRow> {
  const given = () =>
    gathered({
      during: () => input.during && requireBookingRange("during", input.during),
      quantity: () => input.quantity != null && QUANTITY.check("quantity", input.quantity),
      texts: () => ({
        ...checkedWhereGiven(input, LIMITS),
        ...emptiedWhereNull(input, ["purpose"]),
      }),
    });
  const step = {
    action: "changeBooking",
    may: "change",
    given,
    input,
    lockFirst: lockBookedResource,
  } as const;
  return await changes.change(context, step, async (booking, work, checked) => {
    const { id, state } = booking;
    if (state !== "REQUESTED" && state !== "CONFIRMED") {
      const wanted = { zh: "更改", en: "a changed booking" };
      const allowed = BOOKING_STEPS[state];
      throw illegalTransition({ noun: "Booking", id, state, wanted, allowed });
    }
    Object.assign(booking, checked().texts);
    const resource = await resourceIn(work, booking.resourceId);
    const { during, quantity } = input;
    const before = await moveLocked(context, work, {
      booking,
      resource,
      wanted: { during, quantity },
    });
    if (!before) return {};
    booking.updatedAt = work.now;
    // What the booking holds no longer goes to whoever waits for it.
    await work.em.flush();
    await moveWaitingOn({ ...work, newId: context.newId }, resource.id);
    const { during: had, quantity: amount } = before;
    const [start, end] = [had.start.toISOString(), had.end.toISOString()];
    return { before: { start, end, quantity: amount } };
  });
}

/**
 * Moves a locked booking of a locked resource to another time or quantity, in the caller's transaction, and tells nobody.
 * What is left out stays.
 *
 * @returns the time and the quantity that it had; null if nothing of it changes.
 * @throws HubError as {@link changeBooking}; then it has what it had.
 */
export async function moveLocked(
  context: Pick<BookingContext, "viewer" | "newId">,
  work: Work<BookingTables>,
  { booking, resource, wanted: { during, quantity } }: WantedMove,
): Promise<Taking | null> {
  const now = takingOf(booking);
  const wanted = { during: during ?? now.during, quantity: quantity ?? now.quantity };
  if (isSame(now, wanted)) return null;
  const kept = await requireMovable(context, work, { booking, resource, wanted });
  move({ booking, resource, wanted }, kept);
  return now;
}

/** A move of a locked booking. */
interface WantedMove {
  readonly booking: Booking;
  readonly resource: Readonly<Resource>;
  readonly wanted: { [Part in keyof Taking]?: Taking[Part] | null | undefined };
}

/** A move that is wanted. */
interface Move {
  readonly booking: Booking;
  readonly resource: Readonly<Resource>;
  readonly wanted: Taking;
}

/**
 * Rejects a move that comes too late, or to a time that cannot be had. A time that is still held can be had, and less of
 * what is held, too: no shortest notice or later blocking is a reason to keep what is not needed. The last moment to cancel
 * holds for a part as for the whole: later nobody else would come for it.
 *
 * @returns what the booking has already of what is wanted.
 */
async function requireMovable(
  context: Pick<BookingContext, "viewer" | "newId">,
  work: Work<BookingTables>,
  { booking, resource, wanted }: Move,
): Promise<Kept> {
  const { rows, now } = work;
  const { during, quantity } = wanted;
  if (booking.startsAt <= now)
    throw outOfTime(booking, {
      zh: `已于${instantWords(booking.startsAt).zh}开始，时段和数量不能再更改`,
      en: `began at ${instantWords(booking.startsAt).en}; its time and quantity can no longer be changed`,
    });
  const kept = await readKept(rows, booking.id, wanted);
  const start = isConfirmedTimeGivenUp({ booking, resource }, kept)
    ? firstStart(booking)
    : booking.startsAt;
  await requireInTime(rows, booking, { viewer: context.viewer, now, start });
  gathered({
    ahead: () => requireAhead(during, now),
    resource: () => requireBookable(resource),
    quantity: () => requireWithinCapacity(resource, quantity),
  });
  if (kept === null) {
    const { id, organizationId } = booking;
    await takeTime(context, work, {
      resource,
      wanted: { organizationId, during, quantity, now, without: [id] },
    });
  } else if (kept === "PART" && !isSameTime(during, takingOf(booking).during)) {
    await requireWholeSlots(rows, resource, during);
  }
  return kept;
}

const needsApproval = ({ booking, resource }: Pick<Move, "booking" | "resource">): boolean =>
  resource.approval && booking.organizationId !== resource.providerId;

/** Whether a move gives up the confirmed time that is held beside a requested one: it does where it needs no approval. */
const isConfirmedTimeGivenUp = (of: Pick<Move, "booking" | "resource">, kept: Kept): boolean =>
  kept !== "PREVIOUS" && !needsApproval(of);

/** Moves a booking; what was confirmed is kept, if the move needs approval. */
function move({ booking, resource, wanted }: Move, kept: Kept): void {
  const { startsAt, endsAt, quantity, state } = booking;
  // A part of what the provider has confirmed keeps the terms on which it was made.
  const isConfirmed = kept === "PREVIOUS" || (kept === "PART" && state === "CONFIRMED");
  const isRequested = needsApproval({ booking, resource }) && !isConfirmed;
  if (!isRequested)
    Object.assign(booking, {
      previousStartsAt: null,
      previousEndsAt: null,
      previousQuantity: null,
    });
  else if (state === "CONFIRMED")
    Object.assign(booking, {
      previousStartsAt: startsAt,
      previousEndsAt: endsAt,
      previousQuantity: quantity,
    });
  Object.assign(booking, {
    startsAt: wanted.during.start,
    endsAt: wanted.during.end,
    quantity: wanted.quantity,
    exclusive: capacityOf(resource) === 1,
    state: isRequested ? "REQUESTED" : "CONFIRMED",
  });
}

const takingOf = ({ startsAt, endsAt, quantity }: Booking): Taking => ({
  during: { start: startsAt, end: endsAt },
  quantity,
});

const isSameTime = (one: TimeRangeInput, other: TimeRangeInput): boolean =>
  one.start.getTime() === other.start.getTime() && one.end.getTime() === other.end.getTime();

const isSame = (one: Taking, other: Taking): boolean =>
  one.quantity === other.quantity && isSameTime(one.during, other.during);
