import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
  @Field(() => Int, { description: "街道大工委数。Committees of streets." })
  streetCommittees: number;

  @Field(() => Int, { description: "社区大党委数。Committees of communities." })
  communityCommittees: number;

  @Field(() => Int, { description: "示范点数。Committees marked as models." })
  demonstrationCommittees: number;

  @Field(() => Int, { description: "网格数。Grids." })
  grids: number;
}
