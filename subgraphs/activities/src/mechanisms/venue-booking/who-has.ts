import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { Holder } from "@alliance-hub/platform/bookable/too-little";
import { readableBooking } from "@alliance-hub/sharing/booking-rule";
import { type QueryExecutorProvider, sql } from "kysely";
import { MAX_ACTIVITY_DAYS } from "../activity-time/activity-time.ts";

/** How many bookings are named. */
const MOST = 3;

/** A time of a venue, but for the booking that would be moved. */
interface VenueTime {
  readonly resourceId: string;
  readonly during: Pick<TimeRangeInput, "start" | "end">;
  readonly without: string;
  /** How long the venue stays unused after each booking. */
  readonly bufferMinutes: number;
}

/** The bookings that have a venue at some moment of a range, to the end of the buffer; named as far as the viewer may see them. */
export async function whoHas(
  { viewerIn }: Pick<BaseContext, "viewerIn">,
  rows: QueryExecutorProvider,
  { resourceId, during, without, bufferMinutes }: VenueTime,
): Promise<Holder[]> {
  // No booking is longer than an activity can be: the index on the start finds all that overlap.
  const since = new Date(during.start.getTime() - MAX_ACTIVITY_DAYS * 86_400_000);
  const bufferMs = bufferMinutes * 60_000;
  const { rows: found } = await sql<Omit<Holder, "heldTo">>`
    select case when ${readableBooking(viewerIn("resources"), { booking: "booking", resource: "venue" })} then unit.name end as name,
      booking.starts_at as start, booking.ends_at as end
    from directory.booking as booking
    join directory.resource as venue on venue.id = booking.resource_id
    join directory.organization as unit on unit.id = booking.organization_id
    where booking.resource_id = ${resourceId} and booking.id <> ${without}
      and booking.state in ('REQUESTED', 'CONFIRMED', 'DONE')
      and booking.starts_at < ${during.end} and booking.starts_at > ${since} and booking.ends_at > ${new Date(during.start.getTime() - bufferMs)}
    order by booking.starts_at limit ${MOST}`.execute(rows);
  return found.map((one) => ({ ...one, heldTo: new Date(one.end.getTime() + bufferMs) }));
}
