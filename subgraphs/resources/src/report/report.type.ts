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
    description: "期末在册的阵地数。Venues on the list at the end of the last day.",
  })
  venues: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "期末在册的资源数，含阵地。Resources on the list at the end of the last day, venues included.",
  })
  resources: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "期内发布的需求数，含微心愿。Needs published in the period, wishes included.",
  })
  needs: number | null;

  @Field(() => Int, {
    description:
      "期内生效的共建协议数。Agreements that came into force in the period, including those that have ended since.",
  })
  agreements: number;
}
