import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType } from "type-graphql";
import { RegionChangeKind, RegionChangeState } from "./region-change.entity.ts";

/** What the inputs of a change take. */
export const LIMITS = {
  name: textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 }),
  reason: REASON,
};

@InputType("RegionChangeFilter", {
  description: "区划调整的筛选条件。Which changes of regions to list.",
})
export class RegionChangeFilter extends PlaceFilter {
  @Field(() => [RegionChangeState], { nullable: true, description: "状态。States." })
  states?: RegionChangeState[] | null;
  @Field(() => [RegionChangeKind], { nullable: true, description: "类型。Kinds." })
  kinds?: RegionChangeKind[] | null;
}

/** What the input of each change has; `version` is that of the region. */
@InputType()
export abstract class RegionChangeInput extends RecordInput {
  @Field(() => String, { description: "行政区划的代码。Code of the region." }) code: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "自此日零时（北京时间）起，今天或以后十年内；默认今天，即时办理。The day from whose beginning (Asia/Shanghai) it is so: today or within ten years. Default: today, at once.",
  })
  from?: string | null;
  @Field(() => String, optional(REASON)) reason?: string | null;
}

@InputType("RenameRegionInput", { description: "更名。Another name for a region." })
export class RenameRegionInput extends RegionChangeInput {
  @Field(() => String, LIMITS.name) name: string;
}

@InputType("EndRegionInput", {
  description:
    "撤销一个行政区划；其中须已没有单位、委员会和下级。A region that ends; nothing is in it any more.",
})
export class EndRegionInput extends RegionChangeInput {}

@InputType("MergeRegionsInput", {
  description: "并入另一同级行政区划。A region that becomes a part of another of its level.",
})
export class MergeRegionsInput extends RegionChangeInput {
  @Field(() => String, {
    description: "并入的行政区划的代码。Code of the region that it becomes a part of.",
  })
  intoCode: string;
}

@InputType("MoveRegionInput", {
  description: "改属另一上级。A region that lies below another place from then on.",
})
export class MoveRegionInput extends RegionChangeInput {
  @Field(() => String, { description: "新的上级的代码。Code of the place above it from then on." })
  parentCode: string;
}

@InputType("CallOffRegionChangeInput", {
  description: "取消尚未到日期的区划调整。A change to call off before its day.",
})
export class CallOffRegionChangeInput extends ReasonedInput {}
