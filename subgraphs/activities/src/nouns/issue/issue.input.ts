import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { IssueState } from "./issue.entity.ts";

/** What the inputs of an issue take. */
export const LIMITS = {
  title: TITLE,
  measure: textLimit({ zh: "措施", en: "What is to be done" }, { maxLength: 500, multiline: true }),
  outcome: textLimit({ zh: "办理结果", en: "The result" }, { maxLength: 500, multiline: true }),
};

@InputType("IssueFilter", { description: "问题的筛选条件。Which issues to list." })
export class IssueFilter extends PlaceFilter {
  @Field(() => ID, {
    nullable: true,
    description: "所属委员会。The committee that they belong to.",
  })
  committeeId?: string | null;
  @Field(() => [IssueState], { nullable: true, description: "状态。States." })
  states?: IssueState[] | null;
  @Field(() => ID, { nullable: true, description: "责任单位。The organisation that owns them." })
  ownerId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "在哪次会议或活动上提出。The meeting or activity at which they were raised.",
  })
  activityId?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "到这一天已逾期而未解决。Overdue on that day: unresolved, with an earlier deadline.",
  })
  overdueOn?: string | null;
}

@InputType("RaiseIssueInput", { description: "提出的问题。An issue to raise." })
export class RaiseIssueInput extends MutationInput {
  @Field(() => ID, { description: "所属委员会。The committee." }) committeeId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => ID, { description: "责任单位。The organisation that owns it." }) ownerId: string;
  @Field(() => String, optional(LIMITS.measure)) measure?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "期限，今日或以后。The last day for it, today or later.",
  })
  deadline?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "在哪次会议或活动上提出。The meeting or activity at which it was raised.",
  })
  activityId?: string | null;
  @Field(() => Audience, {
    nullable: true,
    description:
      "公开范围，默认为委员会内；联盟内或公开的，仅主持该委员会的人员可以提出。Who may see it; COMMITTEE by default. Only whoever runs the committee can choose ALLIANCE or PUBLIC.",
  })
  audience?: Audience | null;
}

@InputType("ResolveIssueInput", { description: "已解决的问题。An issue that is resolved." })
export class ResolveIssueInput extends ChangeInput {
  @Field(() => String, LIMITS.outcome) outcome: string;
}
