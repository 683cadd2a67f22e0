import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON, TITLE, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType } from "type-graphql";

/** What the inputs of an agenda item take. */
export const LIMITS = {
  title: TITLE,
  detail: textLimit({ zh: "内容", en: "Detail" }, { maxLength: 1000, multiline: true }),
};

@InputType("PutAgendaItemInput", {
  description: "列入会议议程的议题。An item to put on a meeting's agenda.",
})
export class PutAgendaItemInput extends MutationInput {
  @Field(() => ID, {
    description: "会议：类型为 MEETING 的活动。The meeting: an activity of the kind MEETING.",
  })
  activityId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => String, optional(LIMITS.detail)) detail?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "提出的单位，须为委员会的成员单位。The unit that proposes it, one of the committee's.",
  })
  organizationId?: string | null;
}

@InputType("RemoveAgendaItemInput", {
  description: "从议程撤下的议题。An item to take off the agenda.",
})
export class RemoveAgendaItemInput extends ChangeInput {
  @Field(() => String, optional(REASON)) reason?: string | null;
}
