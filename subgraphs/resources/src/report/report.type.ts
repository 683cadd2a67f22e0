import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";
import { ResourceKind } from "../vocabulary/resource-kind.ts";

@ObjectType("ResourceKindCount", { description: "一类资源的数量。How many resources of a kind." })
export class ResourceKindCountType {
  @Field(() => ResourceKind, { description: "类型。The kind." }) kind: ResourceKind;
  @Field(() => Int, { description: "数量。How many." }) count: number;
}

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

  @Field(() => [ResourceKindCountType], {
    nullable: true,
    description:
      "期末在册的资源，按类型，合计等于 resources。Those resources by kind; they add up to resources.",
  })
  resourcesByKind: ResourceKindCountType[] | null;

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
