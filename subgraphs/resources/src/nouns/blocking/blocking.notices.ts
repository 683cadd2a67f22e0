import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { range, record, text } from "@alliance-hub/platform/notices/facts";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { Blocking } from "./blocking.entity.ts";

/**
 * Whom a blocking concerns: the units whose bookings lie within its time. Where another blocking still meets a booking,
 * its unit is not told that the resource can be used again.
 */
export async function noticesOfBlocking<DB>(
  { id, resourceId, startsAt, endsAt, reason }: Readonly<Blocking>,
  { action }: Pick<MadeChange, "action">,
  { rows, now }: Work<DB>,
): Promise<readonly Notice[]> {
  const isMade = action === "blockResource";
  const { rows: touched } = await sql<TouchedBooking>`
    select id, organization_id, starts_at, ends_at from booking
    where resource_id = ${resourceId} and state in ('REQUESTED', 'CONFIRMED') and ends_at > ${now}
      and during && tstzrange(${startsAt}, ${endsAt})
      and (${isMade} or not exists (
        select from blocking as other where other.resource_id = booking.resource_id and other.state = 'ACTIVE'
          and other.id <> ${id} and other.during && booking.during))`.execute(rows);
  const type = isMade ? "BLOCKED" : "UNBLOCKED";
  return touched.flatMap((booking) =>
    BOOKING_NOTICES.tell(
      type,
      booking.id,
      { organizationId: booking.organizationId },
      {
        resource: record("Resource", resourceId),
        blocked: range(startsAt, endsAt),
        during: range(booking.startsAt, booking.endsAt),
        reason: text(reason),
      },
    ),
  );
}

interface TouchedBooking {
  readonly id: string;
  readonly organizationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
