import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ReportPeriod } from "../vocabulary/report-period.ts";

registerEnumType(ReportPeriod, {
  name: "ReportPeriod",
  description: "报告的时间划分。What a report is divided into.",
  valuesConfig: {
    MONTH: { description: "月。Months." },
    QUARTER: { description: "季度。Quarters." },
    YEAR: { description: "年。Years." },
  },
});

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
  @Field(() => Int, {
    description:
      "街道大工委数，不含专班等。Joint committees of streets; working groups and the like do not count.",
  })
  streetCommittees: number;

  @Field(() => Int, {
    description:
      "社区大党委数，不含专班等。Joint committees of communities; working groups and the like do not count.",
  })
  communityCommittees: number;

  @Field(() => Int, {
    description: "示范点数，不含专班。Committees marked as models, without working groups.",
  })
  demonstrationCommittees: number;

  @Field(() => Int, { description: "网格数。Grids." })
  grids: number;

  @Field(() => Int, { description: "小区数。Residential estates." })
  residentialEstates: number;

  @Field(() => Int, {
    description:
      "成立业主委员会的小区数。Estates that an owners' committee serves on the last day.",
  })
  estatesWithOwnersCommittee: number;

  @Field(() => Int, {
    description: "有物业公司服务的小区数。Estates that a property company serves on the last day.",
  })
  estatesWithPropertyCompany: number;

  @Field(() => Int, {
    description:
      "成立业主委员会而没有物业公司的小区数。Estates that an owners' committee serves on the last day, and no property company.",
  })
  estatesWithOwnersCommitteeOnly: number;
}
