import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActivityType } from "../activity/activity.type.ts";
import { AgendaItemType } from "./agenda-item.type.ts";

@InputType("PutAgendaItemInput", {
  description: "列入会议议程的议题。An item to put on a meeting's agenda.",
})
export class PutAgendaItemInput extends MutationInput {
  @Field(() => ID, {
    description: "会议：类型为 MEETING 的活动。The meeting: an activity of the kind MEETING.",
  })
  activityId: string;

  @Field(() => String, { description: "标题，1 至 100 字。Title, 1 to 100 characters." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "内容，至多 1000 字。Detail, up to 1,000 characters.",
  })
  detail?: string | null;

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
export class RemoveAgendaItemInput extends RecordInput {
  @Field(() => ID, { description: "议题。The item." })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: "原因，至多 200 字。Why, up to 200 characters.",
  })
  reason?: string | null;
}

@ObjectType("PutAgendaItemPayload", { description: "列入议程的议题。The item put on the agenda." })
export class PutAgendaItemPayload {
  @Field(() => AgendaItemType, { description: "议题。The item." })
  agendaItem: AgendaItemType;
}

@ObjectType("RemoveAgendaItemPayload", {
  description: "撤下议题后的会议。The meeting without the item.",
})
export class RemoveAgendaItemPayload {
  @Field(() => ActivityType, { description: "会议。The meeting." })
  activity: ActivityType;
}
