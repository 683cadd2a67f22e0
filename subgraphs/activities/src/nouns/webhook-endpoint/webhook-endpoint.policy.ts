import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with an endpoint and its deliveries. */
export type WebhookEndpointAction = "read" | "register" | "change" | "end" | "send";

/**
 * Whoever acts for the organisation may do everything with its endpoints: its liaison, and its partner system
 * with the scope `activities:write`. Nobody else can see that there are any.
 */
export function can(
  viewer: Viewer,
  _action: WebhookEndpointAction,
  endpoint: { readonly organizationId: string },
): boolean {
  return actsFor(viewer, endpoint.organizationId);
}

/** {@link can} as a WHERE condition on the table `webhook_endpoint`. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  const ids = viewer.organizationIds.filter((organizationId) =>
    can(viewer, "read", { organizationId }),
  );
  return sql<SqlBool>`webhook_endpoint.organization_id = any(${ids}::uuid[])`;
}
