import { type Listed, listedCondition, mayReadListed } from "@alliance-hub/sharing/listed";
import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import type { ResourceState } from "./resource.entity.ts";

/** What may be done with a resource. */
export type ResourceAction = "read" | "share" | "change";

/** What of a resource the rule looks at. */
export interface ResourceRule extends Omit<Listed, "ownerId"> {
  readonly providerId: string;
  readonly state: ResourceState;
}

/** A draft is its provider's alone; what has been published follows its audience. The provider's liaison acts. */
export function can(viewer: Viewer, action: ResourceAction, resource: ResourceRule): boolean {
  if (action !== "read") return actsFor(viewer, resource.providerId);
  return mayReadListed(viewer, { ...resource, ownerId: resource.providerId });
}

/** The rule of reading as a WHERE condition on the table `resource`. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  return listedCondition(viewer, {
    audience: sql`resource.audience`,
    allianceCode: sql`resource.alliance_code`,
    committeeId: sql`resource.committee_id`,
    ownerId: sql`resource.provider_id`,
    state: sql`resource.state`,
  });
}
