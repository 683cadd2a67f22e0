import {
  type ResourceRule as SharedRule,
  mayReadResource,
  readableResource,
} from "@alliance-hub/sharing/resource-rule";
import { type Viewer, actsFor, type ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";
import type { ResourceState } from "./resource.entity.ts";

/** What may be done with a resource. */
export type ResourceAction = "read" | "share" | "change";

/** The columns of a resource that the rule needs. */
export interface ResourceRule extends SharedRule {
  readonly state: ResourceState;
}

/** Reading follows the rule that other subgraphs use, too. The provider's liaison may change it. */
export function can(viewer: Viewer, action: ResourceAction, resource: ResourceRule): boolean {
  return action === "read"
    ? mayReadResource(viewer, resource)
    : actsFor(viewer, resource.providerId);
}

/** The rule of reading as a WHERE condition on the table `resource`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return readableResource(viewer, "resource");
}
