import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingType } from "../booking/booking.type.ts";
import * as inputs from "./booking-change.input.ts";
import * as service from "./booking-change.service.ts";

export const BookingChangeMutations = mutations(
  {
    field: "booking",
    type: BookingType,
    description: "预约。The booking.",
    by: { zh: "预约单位联络员", en: "the liaison of the unit that booked" },
  },
  { inputs, service },
  {
    changeBooking: {
      zh: "更改预约：订到新时段才放弃原时段。须提供单位同意的，重新待答复，其间原时段保留，不同意则恢复。最晚取消的时间对更改同样适用，退还一部分也不例外",
      en: "Changes a booking. Its time is given up only if the new one is had. Where the provider's approval is needed, it is REQUESTED again; the previous time is held meanwhile, and a denial gives it back. The last moment to cancel holds for changes, too, even for those that give back a part",
    },
  },
);
