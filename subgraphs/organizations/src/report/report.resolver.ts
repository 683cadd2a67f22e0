import { DateScalar } from "@alliance-hub/platform/scalars/date";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { OrganizationsContext } from "../context.ts";
import { RegionType } from "../nouns/region/region.type.ts";
import { ReportPeriod } from "../vocabulary/report-period.ts";
import { periodsOf } from "./periods.ts";
import { type ReportShare, laterReport, readReport } from "./report.loaders.ts";
import { ReportType } from "./report.type.ts";

/** Maximum number of places side by side. */
const MOST_PLACES = 100;

@Resolver(() => ReportType)
export class ReportResolver {
  @Query(() => ReportType, {
    description: "某地某段时间的数据。The figures of a place for a period.",
  })
  async report(
    @Arg("regionCode", () => String, {
      description:
        "地域代码，含其下各级；已并入他地的，为所并入的地方。The code of the place; everything below it is included. Of a place that was merged: the one that it has become a part of.",
    })
    regionCode: string,
    @Arg("from", () => DateScalar, { description: "起（含）。The first day, included." })
    from: string,
    @Arg("to", () => DateScalar, { description: "止（含）。The last day, included." }) to: string,
    @Ctx() context: OrganizationsContext,
  ): Promise<ReportShare> {
    return await readReport(context, { regionCode, from, to });
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "地域。The place." })
  region(@Root() { regionCode }: ReportKey, @Ctx() { regions }: OrganizationsContext) {
    return regions.byCode.load(regionCode);
  }

  @FieldResolver(() => [ReportType], {
    description:
      "按自然月、季、年划分，首尾以本报告的起止为限，最多 60 段。Its parts, by months, quarters or years of the calendar, at most 60.",
  })
  periods(
    @Root() key: ReportKey,
    @Arg("by", () => ReportPeriod, { description: "如何划分。What it is divided into." })
    by: ReportPeriod,
    @Ctx() context: OrganizationsContext,
  ) {
    return periodsOf(key, by).map((part) => laterReport(context, part));
  }

  @FieldResolver(() => [ReportType], {
    description:
      "直接下级各地同一时段的数据，按代码，最多 100 个。每地各自计数：同属几地的单位各地各计一次，只属上级的不在其中，因此各地之和可以不等于合计。The same days of the places directly below, by code, at most 100. Each is counted by itself: a unit of several places counts in each, and what belongs to the place itself in none, so they can add up to more or less than the whole.",
  })
  async below(@Root() { regionCode, from, to }: ReportKey, @Ctx() context: OrganizationsContext) {
    const { nodes } = await context.regions.ofParent(null).page(regionCode, { first: MOST_PLACES });
    return nodes.map(({ code }) => laterReport(context, { regionCode: code, from, to }));
  }
}
