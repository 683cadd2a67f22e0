import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with a waiting entry. */
export type WaitingAction = "read" | "join" | "withdraw" | "accept";

/** The columns of a waiting entry that the rule needs. */
export interface WaitingRule {
  readonly organizationId: string;
  readonly providerId: string;
}

/** The unit that waits and the provider see it; the others do not know who waits. The unit alone decides about it. */
export function can(
  viewer: Viewer,
  action: WaitingAction,
  { organizationId, providerId }: WaitingRule,
): boolean {
  if (action !== "read") return actsFor(viewer, organizationId);
  return [organizationId, providerId].some((id) => viewer.organizationIds.includes(id));
}

/** The rule of reading as a WHERE condition on the table `waiting_entry`. */
export function readable(viewer: Viewer): Condition {
  return forViewer("waiting entry", viewer, ({ organizationIds: ids }) =>
    anyWay([
      ids.length > 0 && sql<SqlBool>`waiting_entry.organization_id = any(${ids}::uuid[])`,
      ids.length > 0 && sql<SqlBool>`waiting_entry.provider_id = any(${ids}::uuid[])`,
    ]),
  );
}
