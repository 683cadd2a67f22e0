import { mutations } from "@alliance-hub/platform/noun/mutations";
import * as inputs from "./booking-basket.input.ts";
import * as service from "./booking-basket.service.ts";
import { BookBasketPayload } from "./booking-basket.type.ts";

export const BookingBasketMutations = mutations(
  { payload: BookBasketPayload, by: { zh: "预约单位联络员", en: "the unit's liaison" } },
  { inputs, service },
  {
    bookBasket: {
      zh: "一并预约多家单位的多项资源：要么全部订到，要么一项不订",
      en: "Books several resources, of whatever owners, together: all or none",
    },
  },
);
