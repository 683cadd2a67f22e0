import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", {
  description:
    "联盟数据：某地某段时间的各项数字，均由记录统计得出。The figures of a place for a period, each counted from records.",
})
@Directive('@key(fields: "regionCode from to")')
export class ReportType {
  @Field(() => String, { description: "地域代码。The place, with all below it." })
  regionCode: string;

  @Field(() => DateScalar, { description: "起（含）。First day counted." })
  from: string;

  @Field(() => DateScalar, { description: "止（含）。Last day counted." })
  to: string;

  @Field(() => Int, {
    description: "期内举办的活动数，会议除外。Activities held in the period, meetings left out.",
  })
  activities: number;

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
