import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, ID, InputType, Int } from "type-graphql";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";

@InputType("BasketItemInput", {
  description: "一并预约的一项资源。One of the resources that are booked together.",
})
export class BasketItemInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => Int, { ...optional(QUANTITY), defaultValue: 1 }) quantity?: number | null;
}

@InputType("BookBasketInput", {
  description: "一并预约多项资源。Several resources to book together for a time.",
})
export class BookBasketInput extends MutationInput {
  @Field(() => ID, { description: "预约单位。The unit that books." }) organizationId: string;
  @Field(() => TimeRangeInput, {
    description:
      "时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days.",
  })
  during: TimeRangeInput;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
  @Field(() => [BasketItemInput], {
    description: "1 至 20 项，每项资源一次。1 to 20 resources, each once.",
  })
  items: BasketItemInput[];
}
