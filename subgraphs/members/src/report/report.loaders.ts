import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type ReportKey, readFigures } from "@alliance-hub/platform/figures/read-figures";
import { sql } from "kysely";
import type { MembersContext } from "../context.ts";

/** This subgraph's figures that are kept; `0006_report_figures.sql` and `0008_registrations_end.sql` say what counts in each. */
const FIGURES = {
  memberUnits: "standing",
  registeredUnits: "standing",
  registeredMembers: "standing",
  teams: "standing",
} as const;

/** This subgraph's share of a report. */
export interface ReportShare extends ReportKey, Readonly<Record<keyof typeof FIGURES, number>> {
  readonly partTimeMembers: number;
}

/**
 * Reads this subgraph's share: what stands at the end of the last day. A region that nobody knows has nothing; the
 * owner of `Report` refuses it.
 */
export async function readReport(context: ReportContext, key: ReportKey): Promise<ReportShare> {
  const [figures, partTimeMembers] = await Promise.all([
    readFigures(context.rows, key, FIGURES),
    countPartTimeMembers(context, key),
  ]);
  return { ...key, ...figures, partTimeMembers };
}

type ReportContext = Pick<MembersContext, "rows" | "database">;

/**
 * Counted each time, because a seat ends with its term, which may change. Each committee has few seats, however
 * many units it has. Those of working groups (专班) sit in no joint committee and do not count.
 */
async function countPartTimeMembers(
  { rows, database }: ReportContext,
  { regionCode, to }: ReportKey,
): Promise<number> {
  const here = await withinRegion(database.regionLevels, regionCode, elementOf("seat.regionPath"));
  const day = sql`${to}::date`;
  // A person carried over into another term holds a seat of each; counted is the person.
  const counted = await sql<{ held: number }>`
    select count(*) as held from (select distinct committee_id, organization_id, holder_name from seat
      where ${here} and role = 'PART_TIME' and since <= ${day}
        and not exists (select from directory.committee
          where committee.id = seat.committee_id and committee.kind = 'WORKING_GROUP')
        and case when until is null then (select ends_on >= ${day} from term where term.id = seat.term_id)
          else until > ${day} or (counts_to_last_day and until = ${day}) end) as part_time`.execute(
    rows,
  );
  return counted.rows[0]?.held ?? 0;
}
