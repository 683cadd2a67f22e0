import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
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
