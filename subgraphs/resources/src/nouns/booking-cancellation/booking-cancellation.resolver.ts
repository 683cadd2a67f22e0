import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingType } from "../booking/booking.type.ts";
import * as inputs from "./booking-cancellation.input.ts";
import * as service from "./booking-cancellation.service.ts";

export const BookingCancellationMutations = mutations(
  { field: "booking", type: BookingType, description: "预约。The booking." },
  { inputs, service },
  {
    cancelBooking:
      "取消预约（预约或提供单位联络员、委员会书记）。Cancels a booking; for either side's liaison or the committee's secretary.",
  },
);
