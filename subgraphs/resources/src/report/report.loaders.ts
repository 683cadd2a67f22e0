import {
  type PlaceColumn,
  elementOf,
  placeOf,
  withinRegion,
} from "@alliance-hub/platform/directory/within-region";
import { isReported } from "@alliance-hub/sharing/reported";
import { sql } from "kysely";
import type { ResourcesContext } from "../context.ts";

/** Place and days of a report; both days are counted. */
export interface ReportKey {
  readonly regionCode: string;
  readonly from: string;
  readonly to: string;
}

/** This subgraph's figures. */
export interface ReportShare extends ReportKey {
  readonly venues: number;
  readonly resources: number;
  readonly needs: number;
  readonly agreements: number;
}

/**
 * Counts this subgraph's share, in one statement. Days are those of Asia/Shanghai. Drafts have no day on
 * which they were published or came into force; what is between those named alone (`PARTIES`) is left out.
 */
export async function readReport(context: ResourcesContext, key: ReportKey): Promise<ReportShare> {
  const within = (place: PlaceColumn) =>
    withinRegion(context.database.regionLevels, key.regionCode, place);
  const [resourceHere, needHere, agreementHere] = await Promise.all([
    within(placeOf("resource")),
    within(elementOf("need.regionPath")),
    within(elementOf("agreement.regionPath")),
  ]);
  const firstMoment = sql`(${key.from}::date::timestamp at time zone 'Asia/Shanghai')`;
  const lastMoment = sql`((${key.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const onTheList = sql`${isReported("resource.audience")} and resource.published_at < ${lastMoment}
    and (resource.withdrawn_at is null or resource.withdrawn_at >= ${lastMoment})`;
  const counted = await sql<Omit<ReportShare, keyof ReportKey>>`
    select
      (select count(*) from resource where ${resourceHere} and ${onTheList} and resource.kind = 'VENUE') as venues,
      (select count(*) from resource where ${resourceHere} and ${onTheList}) as resources,
      (select count(*) from need where ${needHere} and ${isReported("need.audience")}
        and need.published_at >= ${firstMoment} and need.published_at < ${lastMoment}) as needs,
      (select count(*) from agreement where ${agreementHere} and ${isReported("agreement.audience")}
        and agreement.activated_at >= ${firstMoment} and agreement.activated_at < ${lastMoment}) as agreements`.execute(
    context.rows,
  );
  const figures = counted.rows[0];
  if (!figures) throw new Error("An aggregate gave no row");
  return { ...key, ...figures };
}
