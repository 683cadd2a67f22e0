import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingType } from "../booking/booking.type.ts";
import * as inputs from "./booking-use.input.ts";
import * as service from "./booking-use.service.ts";

export const BookingUseMutations = mutations(
  { field: "booking", type: BookingType, description: "预约。The booking." },
  { inputs, service },
  {
    completeBooking:
      "记为已使用，须在结束之后（预约或提供单位联络员）。Marks a booking as used, after its time has ended; for either side's liaison.",
    recordUse:
      "记录是否有人来用，须在结束之后（提供单位联络员）。系列预约连续两次无人使用的，请预约单位答复是否保留其余各次。Records whether somebody came, after its time has ended; for the provider's liaison. If nobody came to two dates of a series running, the unit that booked is asked whether it keeps the rest.",
  },
);
