import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType, Int } from "type-graphql";
import { NearInput } from "../../mechanisms/near/near.input.ts";
import { ResourceKind } from "../../vocabulary/resource-kind.ts";
import { FunctionArea, ResourceState, VenueKind } from "./resource.entity.ts";

/** What the inputs of a resource take. */
export const LIMITS = {
  title: TITLE,
  capacity: countLimit({ zh: "同时可预约的数量", en: "How much can be booked at once" }),
  unit: textLimit({ zh: "计量单位", en: "The unit of the capacity" }, { maxLength: 20 }),
  description: textLimit({ zh: "说明", en: "Description" }, { maxLength: 2000, multiline: true }),
};

@InputType("ResourceFilter", { description: "资源的筛选条件。Which resources to list." })
export class ResourceFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "标题或说明中的文字，简繁皆可。Text in title or description, in simplified or traditional Chinese.",
  })
  text?: string | null;
  @Field(() => [ResourceKind], { nullable: true, description: "类型。Kinds." })
  kinds?: ResourceKind[] | null;
  @Field(() => [VenueKind], { nullable: true, description: "阵地类型。Kinds of venue." })
  venueKinds?: VenueKind[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "所属委员会。The committee on whose list they are.",
  })
  committeeId?: string | null;
  @Field(() => ID, { nullable: true, description: "提供单位。The unit that offers it." })
  providerId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "至少可预约的数量；写有座位数的场地按座位数。The minimum that can be booked at once; of a venue whose seats are known, its seats.",
  })
  minCapacity?: number | null;
  @Field(() => TimeRangeInput, {
    nullable: true,
    description:
      "整个时段内至少空余一份的；时段与预约的时段限制相同：不早于现在，不超过 31 天，在 400 天之内结束。Those that can be booked and have at least one left throughout that time. The limits are those of a booking: not in the past, up to 31 days long, ending within 400 days.",
  })
  freeDuring?: TimeRangeInput | null;
  @Field(() => NearInput, {
    nullable: true,
    description:
      "某一点附近、写有经纬度的场地。Venues around a point, as far as their position is known.",
  })
  near?: NearInput | null;
  @Field(() => [ResourceState], {
    nullable: true,
    description: "状态，默认已发布。States; published ones by default.",
  })
  states?: ResourceState[] | null;
}

@InputType("ShareResourceInput", { description: "共享一项资源。A resource to put on the list." })
export class ShareResourceInput extends MutationInput {
  @Field(() => ID, { description: "提供单位。The unit that offers it." }) providerId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => ResourceKind, { description: "类型。Kind." }) kind: ResourceKind;
  @Field(() => ID, {
    nullable: true,
    description:
      "列入哪个委员会的清单；提供单位须为其成员单位。The committee on whose list it goes; the unit must belong to it.",
  })
  committeeId?: string | null;
  @Field(() => Audience, { description: "公开范围。Who may see it." }) audience: Audience;
  @Field(() => Int, optional(LIMITS.capacity)) capacity?: number | null;
  @Field(() => String, optional(LIMITS.unit)) unit?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => VenueKind, {
    nullable: true,
    description: "阵地类型，仅阵地可填。Kind of venue; only for venues.",
  })
  venueKind?: VenueKind | null;
  @Field(() => [FunctionArea], {
    nullable: true,
    description: "功能区，仅阵地可填。Function areas; only for venues.",
  })
  functionAreas?: FunctionArea[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "预约须经同意，默认否。Bookings need approval; no by default.",
  })
  approval?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "是否立即发布，默认存为草稿。Whether to publish at once; it stays a draft by default.",
  })
  publish?: boolean | null;
}

@InputType("UpdateResourceInput", {
  description:
    "更改资源；未给出的不变，说明、计量单位与委员会给 null 即删去。What to change of a resource; what you leave out stays as it is. A description, a unit and a committee that are given as null are removed.",
})
export class UpdateResourceInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "同时可预约的数量，不低于已预约的。How much can be booked at once; not below what is booked.",
  })
  capacity?: number | null;
  @Field(() => String, optional(LIMITS.unit)) unit?: string | null;
  @Field(() => VenueKind, {
    nullable: true,
    description: "阵地类型，仅阵地可填。Kind of venue; only for venues.",
  })
  venueKind?: VenueKind | null;
  @Field(() => [FunctionArea], {
    nullable: true,
    description: "功能区，仅阵地可填。Function areas; only for venues.",
  })
  functionAreas?: FunctionArea[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "预约是否须经同意。Whether bookings need approval.",
  })
  approval?: boolean | null;
  @Field(() => ResourceKind, {
    nullable: true,
    description:
      "类型；不再是阵地的，阵地类型与功能区随之删去。有预约或候补的，不能改为不可预约的类型；有活动预约的，仍须是场地。Kind. What is no venue any more has no kind of venue and no function areas. With bookings or units that wait it stays of a kind that can be booked, with bookings of activities a VENUE.",
  })
  kind?: ResourceKind | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "列入哪个委员会的清单；提供单位须为其成员单位。The committee on whose list it goes; the unit must belong to it.",
  })
  committeeId?: string | null;
  @Field(() => Audience, {
    nullable: true,
    description: "公开范围；已有的预约不受影响。Who may see it; bookings that were made stay.",
  })
  audience?: Audience | null;
}

@InputType("PublishResourceInput", {
  description:
    "要发布的草稿或误撤的资源。A draft to publish, or a resource that was withdrawn by mistake.",
})
export class PublishResourceInput extends ChangeInput {}

@InputType("DiscardResourceInput", { description: "删除草稿。A draft to discard." })
export class DiscardResourceInput extends ChangeInput {}

@InputType("WithdrawResourceInput", { description: "撤回资源。A resource to withdraw." })
export class WithdrawResourceInput extends ReasonedInput {}
