import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { IssueOrder } from "../../vocabulary/issue-order.ts";
import { IssueState } from "./issue.entity.ts";

registerEnumType(IssueState, {
  name: "IssueState",
  description: "问题状态。The state of an issue.",
  valuesConfig: {
    RAISED: { description: "已提出，办理中。Raised, being dealt with." },
    RESOLVED: { description: "已解决，结果见 outcome。Resolved; outcome says how." },
  },
});

registerEnumType(IssueOrder, {
  name: "IssueOrder",
  description: "问题列表的排序。Orders of issues.",
  valuesConfig: {
    NEWEST_FIRST: { description: "新提出的在前。Newest first." },
    DEADLINE_ASCENDING: {
      description:
        "未解决的在前，期限近的在前，没有期限的在后。Unresolved ones first, by deadline; those without a deadline after the others.",
    },
  },
});

@ObjectType("Issue", {
  description:
    "问题台账的一条：有责任单位、措施与期限。A matter with an owner, a measure and a deadline.",
})
@Directive('@key(fields: "id")')
export class IssueType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => String, { nullable: true, description: "措施。What is to be done." })
  measure: string | null;
  @Field(() => DateScalar, { nullable: true, description: "期限，当日为止。The last day for it." })
  deadline: string | null;
  @Field(() => IssueState, { description: "状态。State." }) state: IssueState;
  @Field(() => DateTimeScalar, { description: "提出时间。When it was raised." }) raisedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "解决时间。When it was resolved." })
  resolvedAt: Date | null;
  @Field(() => String, { nullable: true, description: "办理结果。The result." })
  outcome: string | null;
  @Field(() => Audience, {
    description: "公开范围；责任单位总能看到。Who may see it; its owner always can.",
  })
  audience: Audience;
}

export const IssueConnection = connectionOf("Issue", () => IssueType, { zh: "问题", en: "issues" });
