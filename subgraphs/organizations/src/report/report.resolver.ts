import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { OrganizationsContext } from "../context.ts";
import { type ReportShare, readReport } from "./report.loaders.ts";
import { ReportType } from "./report.type.ts";

@Resolver(() => ReportType)
export class ReportResolver {
  @Query(() => ReportType, {
    description: "某地某段时间的数据。The figures of a place for a period.",
  })
  async report(
    @Arg("regionCode", () => String, {
      description: "地域代码，含其下各级。The code of the place; everything below it is included.",
    })
    regionCode: string,
    @Arg("from", () => DateScalar, { description: "起（含）。The first day, included." })
    from: string,
    @Arg("to", () => DateScalar, { description: "止（含）。The last day, included." }) to: string,
    @Ctx() context: OrganizationsContext,
  ): Promise<ReportShare> {
    return await readReport(context, { regionCode, from, to });
  }
}
