import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { isReported } from "@alliance-hub/sharing/reported";
import { sql } from "kysely";
import type { ActivitiesContext } from "../context.ts";

/** Place and days of a report; both days are counted. */
export interface ReportKey {
  readonly regionCode: string;
  readonly from: string;
  readonly to: string;
}

/** This subgraph's figures. */
export interface ReportShare extends ReportKey {
  readonly activities: number;
  readonly attendance: number;
  readonly meetings: number;
  readonly issuesRaised: number;
  readonly issuesResolved: number;
}

/**
 * Counts this subgraph's share, in one statement. Days are those of Asia/Shanghai; an activity
 * belongs to the day on which it started. Figures are the same for everybody; what is between those named
 * alone (`PARTIES`) is in none.
 */
export async function readReport(context: ActivitiesContext, key: ReportKey): Promise<ReportShare> {
  const within = (table: string) =>
    withinRegion(context.database.regionLevels, key.regionCode, elementOf(`${table}.regionPath`));
  const [activityHere, issueHere] = await Promise.all([within("activity"), within("issue")]);
  const firstMoment = sql`(${key.from}::date::timestamp at time zone 'Asia/Shanghai')`;
  const lastMoment = sql`((${key.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const counted = await sql<Omit<ReportShare, keyof ReportKey>>`
    select * from (
      select
        count(*) filter (where activity.kind <> 'MEETING') as activities,
        coalesce(sum(activity.attendance), 0)::bigint as attendance,
        count(*) filter (where activity.kind = 'MEETING') as meetings
      from activity
      where activity.state = 'HELD' and ${isReported("activity.audience")} and activity.starts_at >= ${firstMoment} and activity.starts_at < ${lastMoment}
        and ${activityHere}
    ) as held, (
      select
        count(*) as issues_raised,
        count(*) filter (where issue.state = 'RESOLVED') as issues_resolved
      from issue
      where ${isReported("issue.audience")} and issue.raised_at >= ${firstMoment} and issue.raised_at < ${lastMoment} and ${issueHere}
    ) as noted`.execute(context.rows);
  const figures = counted.rows[0];
  if (!figures) throw new Error("An aggregate gave no row");
  return { ...key, ...figures };
}
