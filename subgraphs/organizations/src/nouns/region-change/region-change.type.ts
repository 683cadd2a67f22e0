import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { RegionChangeKind, RegionChangeState } from "./region-change.entity.ts";

registerEnumType(RegionChangeKind, {
  name: "RegionChangeKind",
  description: "区划调整的类型。What becomes of a region.",
  valuesConfig: {
    RENAME: { description: "更名。It gets another name." },
    END: { description: "撤销。It is no more." },
    MERGE: { description: "并入。It becomes a part of another one." },
    MOVE: { description: "改属。It lies below another place." },
  },
});
registerEnumType(RegionChangeState, {
  name: "RegionChangeState",
  description: "区划调整的状态。States of a change.",
  valuesConfig: {
    PLANNED: { description: "待生效。Its day has not come." },
    DONE: { description: "已生效。Carried out." },
    CALLED_OFF: { description: "已取消。Called off before its day." },
    FAILED: { description: "未能生效。It was not possible any more on its day." },
  },
});

@ObjectType("RegionChange", {
  description:
    "区划调整：行政区划自某日起更名、撤销、并入或改属。What becomes of a region from a day: another name, an end, a merger, a move.",
})
export class RegionChangeType extends RecordType {
  @Field(() => RegionChangeKind, { description: "类型。Kind." }) kind: RegionChangeKind;
  @Field(() => RegionChangeState, { description: "状态。State." }) state: RegionChangeState;
  @Field(() => DateScalar, {
    description: "自此日零时（北京时间）起。The day from whose beginning (Asia/Shanghai) it is so.",
  })
  effectiveOn: string;
  @Field(() => String, { nullable: true, description: "新名称。The new name." })
  name: string | null;
  @Field(() => String, {
    nullable: true,
    description: "生效前的名称。The name that it had until it was carried out.",
  })
  formerName: string | null;
  @Field(() => String, { nullable: true, description: "原因。Why." }) reason: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "生效时间。When it was carried out.",
  })
  doneAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "取消时间。When it was called off." })
  calledOffAt: Date | null;
  @Field(() => String, { nullable: true, description: "取消的原因。Why it was called off." })
  callOffReason: string | null;
}

export const RegionChangeConnection = connectionOf("RegionChange", () => RegionChangeType, {
  zh: "区划调整",
  en: "changes of regions",
});
