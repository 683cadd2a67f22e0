import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";
import { ActivityKind } from "../nouns/activity/activity.entity.ts";

@ObjectType("ActivityKindCount", { description: "一类活动的数量。How many activities of a kind." })
export class ActivityKindCountType {
  @Field(() => ActivityKind, { description: "类型。The kind." }) kind: ActivityKind;
  @Field(() => Int, { description: "数量。How many." }) count: number;
}

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
  @Field(() => Int, {
    description: "期内举办的活动数，会议除外。Activities held in the period, meetings left out.",
  })
  activities: number;

  @Field(() => [ActivityKindCountType], {
    nullable: true,
    description:
      "期内举办的活动与会议，按类型。What was held in the period by kind, meetings included.",
  })
  activitiesByKind: ActivityKindCountType[] | null;

  @Field(() => Int, {
    description:
      "期内活动与会议的参加人次。Attendance of what was held in the period, meetings included.",
  })
  attendance: number;

  @Field(() => Int, { description: "期内召开的会议数。Meetings held in the period." })
  meetings: number;

  @Field(() => Int, { description: "期内提出的问题数。Issues raised in the period." })
  issuesRaised: number;

  @Field(() => Int, {
    description: "期内提出且已解决的问题数。Issues raised in the period that are resolved.",
  })
  issuesResolved: number;
}
