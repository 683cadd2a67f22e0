import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { readableBooking } from "@alliance-hub/sharing/booking-rule";
import { type QueryExecutorProvider, sql } from "kysely";
import { MAX_ACTIVITY_DAYS } from "../activity-time/activity-time.ts";

/** Names of units are listed up to here. */
const MOST = 3;

/** A time of a venue, but for the booking that would be moved. */
interface VenueTime {
  readonly resourceId: string;
  readonly during: Pick<TimeRangeInput, "start" | "end">;
  readonly without: string;
}

/** Names of the units that have a venue at some moment of a range, as far as the viewer may see the bookings. */
export async function whoHas(
  { viewerIn }: Pick<BaseContext, "viewerIn">,
  rows: QueryExecutorProvider,
  { resourceId, during, without }: VenueTime,
): Promise<string[]> {
  // No booking is longer than an activity can be: the index on the start finds all that overlap.
  const since = new Date(during.start.getTime() - MAX_ACTIVITY_DAYS * 86_400_000);
  const { rows: found } = await sql<{ name: string }>`
    select distinct unit.name from directory.booking as booking
    join directory.resource as venue on venue.id = booking.resource_id
    join directory.organization as unit on unit.id = booking.organization_id
    where booking.resource_id = ${resourceId} and booking.id <> ${without}
      and booking.state in ('REQUESTED', 'CONFIRMED', 'DONE')
      and booking.starts_at < ${during.end} and booking.starts_at > ${since} and booking.ends_at > ${during.start}
      and ${readableBooking(viewerIn("resources"), { booking: "booking", resource: "venue" })}
    order by unit.name limit ${MOST}`.execute(rows);
  return found.map(({ name }) => name);
}
