import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";
import {
  type ResourceRule,
  can as canResource,
  readable as readableResource,
} from "../resource/resource.policy.ts";

/** What may be done with a blocking. */
export type BlockingAction = "read" | "block" | "lift";

/** What of a blocking the rule needs: its resource. */
export interface BlockingRule {
  readonly resource: ResourceRule;
}

/** Whoever may read a resource sees when it is blocked, and why. Its provider blocks it. */
export function can(viewer: Viewer, action: BlockingAction, { resource }: BlockingRule): boolean {
  if (action === "read") return canResource(viewer, "read", resource);
  return actsFor(viewer, resource.providerId);
}

/** The rule of reading as a WHERE condition on the table `blocking`. */
export function readable(viewer: Viewer): Condition {
  return forViewer("resource", viewer, readableResource).within(
    (rule) =>
      sql<SqlBool>`exists (select from resource where resource.id = blocking.resource_id and ${rule})`,
    "blocking of",
  );
}
