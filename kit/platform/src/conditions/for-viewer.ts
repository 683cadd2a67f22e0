import type { ViewerReach } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import { Condition } from "./condition.ts";

/**
 * The condition that a viewer may see a record. Its form is the kind of viewer, that is, in which ways the
 * viewer may get access to a record.
 *
 * @param of the noun of the rule, such as `need`; no two rules of one list have the same name.
 */
export function forViewer(
  of: string,
  viewer: ViewerReach,
  rule: (viewer: ViewerReach) => Expression<SqlBool>,
): Condition {
  const ways = WAYS.filter((way) => viewer[way].length > 0);
  return new Condition(
    {
      form: `${of} for ${ways.join(" ")}`,
      values: ways.map((way) => viewer[way]),
      // A rule does not need every way.
      isPartial: true,
    },
    (given) =>
      rule({ ...NO_REACH, ...Object.fromEntries(ways.map((way, at) => [way, given[at]])) }),
  );
}

/** One of the ways that a viewer has to a record; `false` for those that the viewer has not. */
export function anyWay(ways: readonly (Expression<SqlBool> | false)[]): Expression<SqlBool> {
  const there = ways.filter((way) => way !== false);
  return there.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(there, sql` or `)})`;
}

const NO_REACH: ViewerReach = {
  organizationIds: [],
  runsCommitteeIds: [],
  allianceCodes: [],
  committeeIds: [],
  operatorRegionCodes: [],
};
const WAYS = Object.keys(NO_REACH) as (keyof ViewerReach)[];
