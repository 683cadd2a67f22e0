import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", {
  description:
    "联盟数据：各数均由记录计得，各子图各计其数。Figures of a place and time, each counted from records.",
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
    description: "期内举办的活动数，会议除外。Activities held within the days, meetings left out.",
  })
  activities: number;

  @Field(() => Int, {
    description:
      "期内活动与会议的参加人次。Attendance of what was held within the days, meetings included.",
  })
  attendance: number;

  @Field(() => Int, { description: "期内召开的会议数。Meetings held within the days." })
  meetings: number;

  @Field(() => Int, { description: "期内提出的问题数。Issues raised within the days." })
  issuesRaised: number;

  @Field(() => Int, {
    description: "期内提出且已解决的问题数。Issues raised within the days that are resolved.",
  })
  issuesResolved: number;
}
