import type { ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";
import { Condition } from "./condition.ts";

/**
 * That a viewer may see a record. Its form is the kind of viewer: which ways to a record it has.
 *
 * @param of whose rule it is, such as `need`; no two rules of one list have the same name.
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
      // Not every rule asks for every way.
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
