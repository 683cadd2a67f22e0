import { type Shared, audienceCondition, mayRead } from "@alliance-hub/kit/sharing/audience";
import { type Viewer, actsFor } from "@alliance-hub/kit/viewer/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import type { ResourceState } from "./resource.entity.ts";

/** What may be done with a resource. */
export type ResourceAction = "read" | "share" | "change";

/** What of a resource the rule looks at. */
export interface ResourceRule extends Omit<Shared, "partyIds"> {
  readonly providerId: string;
  readonly state: ResourceState;
}

/** A draft is its provider's alone; what has been published follows its audience. The provider's liaison acts. */
export function can(viewer: Viewer, action: ResourceAction, resource: ResourceRule): boolean {
  if (action !== "read") return actsFor(viewer, resource.providerId);
  if (resource.state === "DRAFT") return viewer.organizationIds.includes(resource.providerId);
  return mayRead(viewer, { ...resource, partyIds: [resource.providerId] });
}

/** The rule of reading as a WHERE condition on the table `resource`. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  const shared = audienceCondition(viewer, {
    audience: sql`resource.audience`,
    allianceCode: sql`resource.alliance_code`,
    committeeId: sql`resource.committee_id`,
    namesOneOf: providerIsOneOf,
  });
  if (viewer.organizationIds.length === 0)
    return sql<SqlBool>`(resource.state <> 'DRAFT' and ${shared})`;
  return sql<SqlBool>`((resource.state <> 'DRAFT' and ${shared}) or ${providerIsOneOf(viewer.organizationIds)})`;
}

function providerIsOneOf(ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`resource.provider_id = any(${ids}::uuid[])`;
}
