import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, ID, InputType, Int } from "type-graphql";
import { BookingState } from "../../vocabulary/booking-state.ts";

/** What the inputs of a booking take. */
export const LIMITS = {
  purpose: textLimit(
    {
      zh: "用途，仅双方与委员会可见",
      en: "What it is for; only both sides and whoever runs the committee can see it",
    },
    { maxLength: 200 },
  ),
};

/** How much of a resource is booked. */
export const QUANTITY = countLimit({ zh: "数量，默认 1", en: "How much of it; one by default" });

@InputType("BookingFilter", { description: "预约的筛选条件。Which bookings to list." })
export class BookingFilter {
  @Field(() => ID, { nullable: true, description: "资源。The resource." })
  resourceId?: string | null;
  @Field(() => ID, { nullable: true, description: "预约单位。The unit that booked." })
  organizationId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "提供单位：对其资源的预约。The unit that offers the resources.",
  })
  providerId?: string | null;
  @Field(() => [BookingState], {
    nullable: true,
    description: "状态，默认全部。States; all by default.",
  })
  states?: BookingState[] | null;
  @Field(() => TimeRangeInput, {
    nullable: true,
    description: "与此时段有重叠的。Those that overlap that time.",
  })
  during?: TimeRangeInput | null;
}

@InputType("BookResourceInput", { description: "预约资源。A resource to book for a time." })
export class BookResourceInput extends MutationInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => ID, { description: "预约单位。The unit that books." }) organizationId: string;
  @Field(() => TimeRangeInput, {
    description:
      "时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days.",
  })
  during: TimeRangeInput;
  @Field(() => Int, {
    ...optional(QUANTITY),
    defaultValue: 1,
  })
  quantity?: number | null;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
}
