import { LockMode } from "@mikro-orm/core";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import type { Words } from "@alliance-hub/platform/words/words";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { WantedBooking } from "../../mechanisms/booking-rules/keeps-rules.ts";
import {
  type TimeCheck,
  requireBookable,
  requireTime,
  requireWithinCapacity,
} from "../../mechanisms/booking-rules/require-time.ts";
import { checkWanted } from "../../mechanisms/wanted-resource/wanted-resource.ts";
import {
  MAX_DAYS,
  requireAhead,
  requireBookableTime,
} from "@alliance-hub/platform/bookable/bookable-time";
import { tooLittle } from "@alliance-hub/platform/bookable/too-little";
import type { Resource } from "../resource/resource.entity.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { moveWaitingOn } from "../waiting-entry/waiting-entry.background.ts";
import { BOOKING_STEPS, Booking, type NewBooking, columnsOf } from "./booking.entity.ts";
import { type BookResourceInput, LIMITS, QUANTITY } from "./booking.input.ts";
import {
  type BookingContext,
  type BookingRow,
  type BookingTables,
  whoHas,
} from "./booking.loaders.ts";
import { noticesOfBooking } from "./booking.notices.ts";
import { type BookingRule, can } from "./booking.policy.ts";

/** Changes of bookings. */
export const changes = recordChanges({
  noun: "Booking",
  entity: Booking,
  reload: ({ bookings }: BookingContext, id): Promise<BookingRow | null> => bookings.byId.load(id),
  judged: async ({ organizationId, providerId, committeeId, resourceId }, work) => {
    const resource = await resourceIn(work, resourceId);
    return { organizationId, providerId, committeeId, resource } as BookingRule;
  },
  mayRead: (viewer, booking) => can(viewer, "read", booking),
  can,
  only: (_booking, action) =>
    action === "book"
      ? {
          zh: "只有该单位的联络员可以代表它预约。",
          en: "Only a liaison of the unit that books may book for it.",
        }
      : {
          zh: "您的单位不能办理此预约。请联系预约单位或提供资源的单位。",
          en: `Your unit may not ${action} this booking. Ask the unit that booked the resource or the unit that offers it.`,
        },
  steps: BOOKING_STEPS,
  note: (booking, _context, work) => auditOf(work, booking),
  notices: noticesOfBooking,
});

/** What the audit log says of a changed booking. */
export async function auditOf(
  work: Pick<Work<BookingTables>, "em">,
  { id: recordId, organizationId, resourceId, state, quantity }: Booking,
) {
  const { regionPath } = await resourceIn(work, resourceId);
  const details = { resourceId, state, quantity };
  return { noun: "Booking", recordId, organizationId, regionPath, details };
}

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
  const checks = new InputChecks();
  const { seen, sides, given } = await checkWanted(context, checks, {
    input,
    quantity: QUANTITY,
    ...LIMITS,
    maxDays: MAX_DAYS,
    requireMay: (of) => changes.require(context.viewer, "book", of),
  });
  const constraints = {
    booking_one_at_a_time: () =>
      tooLittle(seen(), given().quantity, {
        least: { start: during.start, end: during.end, quantity: 0 },
      }),
  };
  return await changes.create(
    context,
    { action: "bookResource", input, constraints },
    async (work, create) => {
      const within = checks.fork();
      const { now } = work;
      const locked = await within.of(() => lockResource(work, seen().id));
      // Checked here, not above: a repeated call gets the earlier answer, however late it comes.
      await within.of(() => given() && requireAhead(during, now));
      await within.of(() => requireBookable(locked()));
      await within.of(() => requireWithinCapacity(locked(), given().quantity));
      within.end();
      const resource = locked();
      const { quantity, texts } = given();
      const { organizationId } = sides();
      await takeTime(context, work, {
        resource,
        wanted: { organizationId, during, quantity, now },
      });
      const booking = create({
        ...columnsOf(resource, { ...sides(), during, quantity }),
        ...texts,
      });
      await work.em.flush();
      await endOwnWaits(context, work, resource.id);
      return booking;
    },
  );
}

/**
 * Rejects a time of a locked resource that cannot be had. First those who wait for it get what is free by now. Every way
 * to book comes here.
 */
export async function takeTime(
  { viewer, newId }: Pick<BookingContext, "viewer" | "newId">,
  { rows, now }: Work<BookingTables>,
  of: {
    readonly resource: Readonly<Resource>;
    readonly wanted: WantedBooking & { readonly organizationId: string };
  },
): Promise<void> {
  const { resource, wanted } = of;
  await moveWaitingOn({ rows, now, newId }, resource.id);
  await requireTime(checkFor(viewer, rows), resource, wanted);
}

/** What a time is checked with: an error names who has it, as far as the viewer may know. */
const checkFor = (
  viewer: BookingContext["viewer"],
  rows: Work<BookingTables>["rows"],
): TimeCheck => ({
  rows,
  whoHas: (id, during) => whoHas({ rows, viewer }, id, during),
});

/** A booking of a resource, whose row the caller has locked. */
interface LockedBooking {
  readonly resource: Readonly<Resource>;
  readonly wanted: NewBooking & Pick<WantedBooking, "beside">;
}

/** What must be right of a booking, whatever others have booked. */
function requireTakeable(
  { resource, wanted: { during, quantity } }: LockedBooking,
  now: Date,
): void {
  gathered({
    during: () => requireBookableTime("during", during, now),
    resource: () => requireBookable(resource),
    quantity: () => requireWithinCapacity(resource, quantity),
  });
}

/**
 * Books a time of a locked resource, in the caller's transaction, and tells nobody. The caller has checked who may do
 * this, with {@link requireMayBook}.
 *
 * @throws HubError as {@link bookResource}.
 */
export async function makeBooking(
  context: Pick<BookingContext, "viewer" | "newId">,
  work: Work<BookingTables>,
  locked: LockedBooking,
): Promise<Booking> {
  const { organizationId, during, quantity, beside = [] } = locked.wanted;
  const { now } = work;
  requireTakeable(locked, now);
  const { resource } = locked;
  await takeTime(context, work, {
    resource,
    wanted: { organizationId, during, quantity, now, beside },
  });
  return await enter(context, work, locked);
}

/** The record of a booking whose time is had. */
async function enter(
  context: Pick<BookingContext, "newId">,
  work: Work<BookingTables>,
  { resource, wanted }: LockedBooking,
): Promise<Booking> {
  const { em, now } = work;
  const booking = em.create(Booking, {
    id: context.newId(),
    createdAt: now,
    updatedAt: now,
    ...columnsOf(resource, wanted),
    purpose: wanted.purpose,
    seriesId: wanted.seriesId ?? null,
    activityId: null,
    used: null,
    reason: null,
    previousStartsAt: null,
    previousEndsAt: null,
    previousQuantity: null,
  });
  await em.flush();
  await endOwnWaits(context, work, resource.id);
  return booking;
}

/**
 * Ends what the unit waited for that it has just booked. Only after that does the database know that the unit has it.
 */
async function endOwnWaits(
  { newId }: Pick<BookingContext, "newId">,
  { rows, now }: Work<BookingTables>,
  resourceId: string,
): Promise<void> {
  await moveWaitingOn({ rows, now, newId }, resourceId);
}

/** {@link makeBooking}, and tells whom it concerns. All ways to book several things at once come here. */
export async function bookLocked(
  context: Pick<BookingContext, "viewer" | "newId">,
  work: Work<BookingTables>,
  locked: LockedBooking,
): Promise<Booking> {
  const booking = await makeBooking(context, work, locked);
  await leaveNotices(context, work, noticesOfBooking(booking, { action: "bookResource" }));
  return booking;
}

/**
 * Books a time of a locked resource that is held for the unit, because it was offered to it: nothing is left to check.
 */
export async function bookHeld(
  context: Pick<BookingContext, "viewer" | "newId">,
  work: Work<BookingTables>,
  locked: LockedBooking,
): Promise<Booking> {
  const booking = await enter(context, work, locked);
  await leaveNotices(context, work, noticesOfBooking(booking, { action: "bookResource" }));
  return booking;
}

/** Rejects whoever may not book for a unit. @throws HubError `FORBIDDEN`. */
export function requireMayBook(
  { viewer }: Pick<BookingContext, "viewer">,
  of: Pick<BookingRule, "organizationId" | "providerId" | "committeeId">,
): void {
  changes.require(viewer, "book", of);
}

/** The bookings of a series that are held and have not begun, from an instant on, locked, in order of time. */
export async function lockAhead(
  { em, now }: Work<BookingTables>,
  seriesId: string,
  from: Date,
): Promise<Booking[]> {
  return await em.find(
    Booking,
    {
      seriesId,
      state: { $in: ["REQUESTED", "CONFIRMED"] },
      startsAt: { $gte: from, $gt: now },
    },
    { orderBy: { startsAt: "asc", id: "asc" }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
}

/** `ILLEGAL_TRANSITION` for what comes too early or too late. */
export function outOfTime(record: Booking, { zh, en }: Words): HubError {
  return new HubError(
    "ILLEGAL_TRANSITION",
    { zh: `此预约${zh}。`, en: `This booking ${en}.` },
    { state: record.state, allowed: BOOKING_STEPS[record.state] },
  );
}
