import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { sql } from "kysely";
import type { MembersContext } from "../context.ts";

/** Place and days of a report; both days are counted. */
export interface ReportKey {
  readonly regionCode: string;
  readonly from: string;
  readonly to: string;
}

/** This subgraph's figures. */
export interface ReportShare extends ReportKey {
  readonly memberUnits: number;
  readonly partTimeMembers: number;
  readonly registeredUnits: number;
  readonly registeredMembers: number;
  readonly teams: number;
}

/**
 * Counts this subgraph's share, in one statement: what stands at the end of the last day. A region
 * that nobody knows has nothing; the owner of `Report` refuses it.
 */
export async function readReport(context: MembersContext, key: ReportKey): Promise<ReportShare> {
  const within = (table: string) =>
    withinRegion(context.database.regionLevels, key.regionCode, elementOf(`${table}.regionPath`));
  const [membershipHere, seatHere, registrationHere, teamHere] = await Promise.all(
    ["membership", "seat", "registration", "team"].map(within),
  );
  const to = sql`${key.to}::date`;
  const accepted = sql`registration where ${registrationHere} and state = 'ACCEPTED'
    and (accepted_at at time zone 'Asia/Shanghai')::date <= ${to}`;
  const counted = await sql<Omit<ReportShare, keyof ReportKey>>`
    select
      (select count(distinct organization_id) from membership
        where ${membershipHere} and joined_on <= ${to} and (left_on is null or left_on > ${to})) as member_units,
      -- A person carried over into another term holds a seat of each; counted is the person.
      (select count(*) from (select distinct committee_id, organization_id, holder_name from seat
        where ${seatHere} and role = 'PART_TIME' and since <= ${to}
          and case when until is null then (select ends_on >= ${to} from term where term.id = seat.term_id)
            else until > ${to} or (counts_to_last_day and until = ${to}) end) as held) as part_time_members,
      (select count(distinct organization_id) from ${accepted}) as registered_units,
      (select coalesce(sum(headcount), 0) from ${accepted}) as registered_members,
      (select count(*) from team where ${teamHere} and formed_on <= ${to}) as teams`.execute(
    context.rows,
  );
  const figures = counted.rows[0];
  if (!figures) throw new Error("An aggregate gave no row");
  return { ...key, ...figures };
}
