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

  @Field(() => Int, { description: "街道大工委数。Committees of streets." })
  streetCommittees: number;

  @Field(() => Int, { description: "社区大党委数。Committees of communities." })
  communityCommittees: number;

  @Field(() => Int, { description: "示范点数。Committees marked as models." })
  demonstrationCommittees: number;

  @Field(() => Int, { description: "网格数。Grids." })
  grids: number;
}
