import type { ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";
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

const NO_REACH: ViewerReach = {
  organizationIds: [],
  runsCommitteeIds: [],
  allianceCodes: [],
  committeeIds: [],
};
const WAYS = Object.keys(NO_REACH) as (keyof ViewerReach)[];
