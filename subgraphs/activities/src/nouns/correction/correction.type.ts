import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ObjectType } from "type-graphql";

@ObjectType("CorrectedField", {
  description:
    "更正了的一项：更正前后的值，用读者的语言写成。A field that a correction gave another value, with both values in the reader's language.",
})
export class CorrectedFieldType {
  @Field(() => String, { description: "字段名，如 title。Name of the field, such as title." })
  field: string;

  @Field(() => String, {
    description: "字段的名称，如“标题”。What the field is called, such as title.",
  })
  label: string;

  @Field(() => String, {
    nullable: true,
    description: "更正前的值，没有或不告知则为空。Its value before; null if it had none.",
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: "更正后的值，没有或不告知则为空。Its value after; null if it has none.",
  })
  after: string | null;

  @Field(() => Boolean, {
    description:
      "是否不告知其值：长的文字；以及他人写的文字，仅参加的单位和委员会可见。Whether its values are not told: long texts, and what somebody wrote, which only the units that take part and the committee see.",
  })
  isWithheld: boolean;
}

@ObjectType("Correction", {
  description:
    "更正：活动、议程、参加单位或到场人次何时更正了什么。What was corrected of an activity, its agenda, its participants or its attendance, and when.",
})
export class CorrectionType {
  @Field(() => DateTimeScalar, { description: "何时更正的。When it was corrected." })
  at: Date;

  @Field(() => [CorrectedFieldType], { description: "更正了的各项。The fields." })
  fields: readonly CorrectedFieldType[];

  @Field(() => String, {
    nullable: true,
    description: "原因；未说明则为空。Why; null if nobody said.",
  })
  reason: string | null;
}
