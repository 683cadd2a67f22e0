import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
  @Field(() => Int, {
    nullable: true,
    description:
      "期末成员单位数，同一单位只计一次。Member units at the end of the last day, each counted once.",
  })
  memberUnits: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "期末兼职委员数。Part-time members at the end of the last day.",
  })
  partTimeMembers: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "截至期末已报到单位数，同一单位只计一次。Units whose registration was accepted by the last day, each counted once.",
  })
  registeredUnits: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "截至期末报到党员人数。Party members counted in those registrations.",
  })
  registeredMembers: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "截至期末组建的队伍数。Teams formed by the last day.",
  })
  teams: number | null;
}
