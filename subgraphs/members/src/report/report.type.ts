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
