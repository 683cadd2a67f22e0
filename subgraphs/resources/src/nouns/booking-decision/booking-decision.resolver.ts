import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingType } from "../booking/booking.type.ts";
import * as inputs from "./booking-decision.input.ts";
import * as service from "./booking-decision.service.ts";

export const BookingDecisionMutations = mutations(
  {
    field: "booking",
    type: BookingType,
    description: "预约。The booking.",
    by: { zh: "提供单位联络员", en: "the provider's liaison" },
  },
  { inputs, service },
  {
    decideBooking: {
      zh: "答复预约申请；不同意改期的，恢复原时段，预约仍为已确认",
      en: "Confirms or denies a request; a changed booking whose change is denied has its previous time again, confirmed",
    },
  },
);
