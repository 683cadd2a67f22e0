import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { whenWords } from "@alliance-hub/platform/words/times";
import { type Kysely, sql } from "kysely";
import type { TimedResource, WantedBooking } from "./keeps-rules.ts";

/** A booking that stands in its own unit's way. */
interface OwnBooking {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly quantity: number;
}

/**
 * Rejects a unit that wants to wait for a time that it cannot have beside what it has booked itself: as soon as it gave that
 * back, it would be offered its own time, before others who want it. The function `own_in_the_way` of the database says so.
 *
 * @throws HubError `CONFLICT`, naming the first of these bookings.
 */
export async function requireNotInOwnWay<DB>(
  rows: Kysely<DB>,
  resource: TimedResource,
  {
    unit,
    during,
    quantity,
  }: Pick<WantedBooking, "during" | "quantity"> & {
    readonly unit: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { rows: found } = await sql<OwnBooking>`
    select booking.id, booking.starts_at, booking.ends_at, booking.quantity
    from booking join resource on resource.id = booking.resource_id
    where resource.id = ${resource.id} and booking.organization_id = ${unit.id}
      and booking.state in ('REQUESTED', 'CONFIRMED')
      and booking.taken && own_in_the_way(resource, ${unit.id},
        tstzrange(${during.start}, minutes_after(${during.end}, resource.buffer_minutes)), ${quantity})
    order by booking.starts_at limit 1`.execute(rows);
  const [own] = found;
  if (own) throw inOwnWay(resource, unit.name, own);
}

function inOwnWay(resource: TimedResource, unit: string, own: OwnBooking): HubError {
  const range = whenWords({ start: own.startsAt, end: own.endsAt });
  const capacity = capacityOf(resource);
  const [amount, of] =
    capacity === 1
      ? ["", ""]
      : [` ${own.quantity} 份（共 ${capacity} 份）`, `${own.quantity} of ${capacity} of `];
  return new HubError(
    "CONFLICT",
    {
      zh: `${unit}自己已预约${resource.title} ${range.zh}${amount}，保留此预约就得不到要候补的时段。请更改（changeBooking）或取消（cancelBooking）该预约，或候补其他时段。`,
      en: `${unit} has booked ${of}${resource.title} itself ${range.en}, and cannot have the wanted time besides. Change that booking with changeBooking, cancel it with cancelBooking, or wait for another time.`,
    },
    { field: "during", bookingId: own.id },
  );
}
