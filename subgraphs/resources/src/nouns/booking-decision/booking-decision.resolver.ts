import { field, fields } from "@alliance-hub/platform/noun/fields";
import type { WaitingContext } from "../waiting-entry/waiting-entry.loaders.ts";
import { WaitingEntryType } from "../waiting-entry/waiting-entry.type.ts";
import type { BookingRow } from "../booking/booking.loaders.ts";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingType } from "../booking/booking.type.ts";
import * as inputs from "./booking-decision.input.ts";
import * as service from "./booking-decision.service.ts";
import { DecideBookingsPayload } from "./booking-decision.type.ts";

const by = { zh: "提供单位联络员", en: "the provider's liaison" };

export const BookingDecisionMutations = mutations(
  { field: "booking", type: BookingType, description: "预约。The booking.", by },
  { inputs, service },
  {
    decideBooking: {
      zh: "答复预约申请；不同意改期的，恢复原时段，预约仍为已确认",
      en: "Confirms or denies a request; a changed booking whose change is denied has its previous time again, confirmed",
    },
  },
);

export const BookingDecisionsMutations = mutations(
  { payload: DecideBookingsPayload, by },
  { inputs, service },
  {
    decideBookings: {
      zh: "一并答复多项预约申请：要么全部答复，要么一项不答复，并逐项说明原因",
      en: "Confirms or denies several requests: all or none, and says of each why it cannot be decided",
    },
  },
);

/** Who else wants the time of a booking: for whoever decides about it. */
export const BookingRivals = fields<BookingRow, WaitingContext>(() => BookingType, {
  rivals: field(
    () => [WaitingEntryType],
    {
      description:
        "候补此时段的单位，按先后，最多 50 个；仅提供单位可见，其他单位为空。Who waits for this time, in order, at most 50. Only the provider, who decides, sees them; others get none.",
    },
    (booking, { viewer, waitingEntries }) =>
      viewer.organizationIds.includes(booking.providerId)
        ? waitingEntries.rivals.load(booking)
        : [],
  ),
});
