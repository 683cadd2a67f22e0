import { type Shared, audienceCondition, mayRead } from "@alliance-hub/kit/sharing/audience";
import { type Viewer, actsFor } from "@alliance-hub/kit/viewer/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import type { NeedState } from "./need.entity.ts";

/** What may be done with a need. */
export type NeedAction = "read" | "post" | "change";

/** What of a need the rule looks at. */
export interface NeedRule extends Omit<Shared, "partyIds"> {
  readonly organizationId: string;
  readonly state: NeedState;
}

/** A draft is its unit's alone; what has been published follows its audience. The unit's liaison acts. */
export function can(viewer: Viewer, action: NeedAction, need: NeedRule): boolean {
  if (action !== "read") return actsFor(viewer, need.organizationId);
  if (need.state === "DRAFT") return viewer.organizationIds.includes(need.organizationId);
  return mayRead(viewer, { ...need, partyIds: [need.organizationId] });
}

/** The rule of reading as a WHERE condition on the table `need`. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  const shared = audienceCondition(viewer, {
    audience: sql`need.audience`,
    allianceCode: sql`need.alliance_code`,
    committeeId: sql`need.committee_id`,
    namesOneOf: ownerIsOneOf,
  });
  if (viewer.organizationIds.length === 0)
    return sql<SqlBool>`(need.state <> 'DRAFT' and ${shared})`;
  return sql<SqlBool>`((need.state <> 'DRAFT' and ${shared}) or ${ownerIsOneOf(viewer.organizationIds)})`;
}

function ownerIsOneOf(ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`need.organization_id = any(${ids}::uuid[])`;
}
