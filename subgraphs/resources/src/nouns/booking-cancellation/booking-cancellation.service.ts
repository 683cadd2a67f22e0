import { isId } from "@alliance-hub/platform/keys/loader";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { instantWords } from "@alliance-hub/platform/words/times";
import { readCancelBefore } from "../../mechanisms/booking-rules/cancel-before.ts";
import type { Booking } from "../booking/booking.entity.ts";
import type { BookingContext, BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import { can } from "../booking/booking.policy.ts";
import { changes, outOfTime } from "../booking/booking.service.ts";
import { lockResource } from "../resource/resource.service.ts";
import { moveWaitingOn } from "../waiting-entry/waiting-entry.background.ts";
import type { CancelBookingInput } from "./booking-cancellation.input.ts";

/**
 * Cancels a booking, for either side or whoever runs the committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function cancelBooking(
  context: BookingContext,
  input: CancelBookingInput,
): Promise<BookingRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = {
    action: "cancelBooking",
    may: "cancel",
    to: "CANCELLED",
    given,
    input,
    lockFirst: lockBookedResource,
  } as const;
  return await changes.change(context, step, async (booking, work, reason) => {
    const { rows, now } = work;
    if (booking.endsAt <= now)
      throw outOfTime(booking, {
        zh: `已于${instantWords(booking.endsAt).zh}结束，不能再取消`,
        en: `ended at ${instantWords(booking.endsAt).en} and can no longer be cancelled`,
      });
    await requireInTime(rows, booking, {
      viewer: context.viewer,
      now,
      start: firstStart(booking),
    });
    booking.reason = reason();
    await moveWaitingOn({ ...work, newId: context.newId }, booking.resourceId, [booking.id]);
  });
}

/** Locks the resource of a booking before the booking: whoever books holds them in this order, too. */
export async function lockBookedResource(work: Work<BookingTables>, id: string): Promise<void> {
  if (!isId(id)) return;
  const booking = await work.rows
    .selectFrom("booking")
    .select("resourceId")
    .where("id", "=", id)
    .executeTakeFirst();
  if (booking) await lockResource(work, booking.resourceId);
}

/** When the first of the times begins that a booking holds: until a move is decided, it holds the confirmed one, too. */
export function firstStart({
  startsAt,
  previousStartsAt,
}: Pick<Booking, "startsAt" | "previousStartsAt">): Date {
  return previousStartsAt !== null && previousStartsAt < startsAt ? previousStartsAt : startsAt;
}

/**
 * Rejects a unit that gives a time up later than the resource's rules allow. The provider and whoever runs the committee
 * may cancel at any time: whoever is late asks them.
 *
 * @param start when the time that is given up begins; the first of several, see {@link firstStart}.
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export async function requireInTime(
  rows: Work<BookingTables>["rows"],
  booking: Booking,
  {
    viewer,
    now,
    start,
  }: Pick<BookingContext, "viewer"> & { readonly now: Date; readonly start: Date },
): Promise<void> {
  const { providerId, committeeId } = booking;
  if (can(viewer, "cancel", { organizationId: providerId, providerId, committeeId })) return;
  const minutes = await readCancelBefore(rows, booking.resourceId);
  const last = new Date(start.getTime() - minutes * 60_000);
  if (minutes === 0 || now <= last) return;
  throw outOfTime(booking, {
    zh: `须在${instantWords(last).zh}前取消，现已过时。请联系提供单位`,
    en: `could be cancelled until ${instantWords(last).en}. Ask the unit that offers the resource`,
  });
}
