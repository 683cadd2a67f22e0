import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { BookingTables } from "./booking.loaders.ts";
import { noticesOfBooking } from "./booking.notices.ts";

/* What becomes of bookings when their resource changes. */

/**
 * Cancels the bookings of a resource that have not begun, in the caller's transaction. Both units of each are told.
 *
 * @returns how many there were.
 */
export async function cancelAhead(
  context: Parameters<typeof leaveNotices>[0],
  work: Work<BookingTables>,
  { resourceId, reason }: { readonly resourceId: string; readonly reason: string },
): Promise<number> {
  const { rows, now } = work;
  const cancelled = await rows
    .updateTable("booking")
    .set((is) => ({ state: "CANCELLED", reason, updatedAt: now, version: is("version", "+", 1) }))
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now)
    .returningAll()
    .execute();
  const by = { action: "cancelBooking" };
  await leaveNotices(
    context,
    work,
    cancelled.flatMap((booking) => noticesOfBooking(booking, by)),
  );
  return cancelled.length;
}

/**
 * Adapts bookings that are not over to another committee of their resource: whoever runs that one may see and cancel them
 * from now on, and whoever runs the previous one no longer. Those that were taken off its list before stay off it.
 */
export async function followCommittee(
  { rows, now }: Work<BookingTables>,
  { id, committeeId }: { readonly id: string; readonly committeeId: string | null },
  previousId: string | null,
): Promise<void> {
  await rows
    .updateTable("booking")
    .set((is) => ({ committeeId, updatedAt: now, version: is("version", "+", 1) }))
    .where("resourceId", "=", id)
    .where("committeeId", "is not distinct from", previousId)
    .where("endsAt", ">", now)
    .execute();
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
