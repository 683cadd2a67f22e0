import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { range, record, text } from "@alliance-hub/platform/notices/facts";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { Blocking } from "./blocking.entity.ts";

/** Whom a blocking concerns: the units whose bookings lie within its time. */
export async function noticesOfBlocking<DB>(
  { resourceId, startsAt, endsAt, reason }: Readonly<Blocking>,
  { action }: Pick<MadeChange, "action">,
  { rows, now }: Work<DB>,
): Promise<readonly Notice[]> {
  const { rows: touched } = await sql<TouchedBooking>`
    select id, organization_id, starts_at, ends_at from booking
    where resource_id = ${resourceId} and state in ('REQUESTED', 'CONFIRMED') and ends_at > ${now}
      and during && tstzrange(${startsAt}, ${endsAt})`.execute(rows);
  const type = action === "blockResource" ? "BLOCKED" : "UNBLOCKED";
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
