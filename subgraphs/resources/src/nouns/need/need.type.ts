import { WithdrawableType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { NeedKind, NeedState } from "./need.entity.ts";

registerEnumType(NeedKind, {
  name: "NeedKind",
  description: "需求类型。What can be asked for.",
  valuesConfig: {
    VENUE: { description: "阵地、场地。Venue." },
    EQUIPMENT: { description: "设备物资。Equipment." },
    EXPERTISE: { description: "专业人才、师资。Expertise." },
    SERVICE: { description: "服务项目。Service." },
    FUNDS: { description: "资金、物品。Funds or goods." },
    INFORMATION: { description: "信息。Information." },
    POST: { description: "岗位。Posts." },
    WISH: {
      description:
        "微心愿。A small wish, put in by an organisation; the person it serves is never named.",
    },
  },
});

registerEnumType(NeedState, {
  name: "NeedState",
  description: "需求状态。States of a need.",
  valuesConfig: {
    DRAFT: { description: "草稿，仅提出单位可见。Draft, for its unit alone." },
    PUBLISHED: { description: "已发布。On the list." },
    WITHDRAWN: { description: "已撤回。Withdrawn, with a reason." },
  },
});

@ObjectType("Need", {
  description: "需求、微心愿：社区或单位需要什么。What a community or unit needs.",
})
@Directive('@key(fields: "id")')
export class NeedType extends WithdrawableType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => NeedKind, { description: "类型。Kind." }) kind: NeedKind;
  @Field(() => Audience, { description: "公开范围。Who may see it." }) audience: Audience;
  @Field(() => Int, { nullable: true, description: "数量。How much." }) quantity: number | null;
  @Field(() => String, { nullable: true, description: "计量单位。The unit of the quantity." })
  unit: string | null;
  @Field(() => String, { nullable: true, description: "说明。Description." })
  description: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "何日之前需要。Day by which it is needed.",
  })
  neededBy: string | null;
  @Field(() => NeedState, { description: "状态。State." }) state: NeedState;
  @Field(() => DateTimeScalar, { nullable: true, description: "发布时间。When it was published." })
  publishedAt: Date | null;
}

export const NeedConnection = connectionOf("Need", () => NeedType, { zh: "需求", en: "needs" });
