import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { WebhookEndpoint } from "./webhook-endpoint.entity.ts";

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

/** Maximum number of endpoints of an organisation that have not ended. */
export const MAX_ENDPOINTS = 20;

/**
 * Rejects more endpoints than an organisation may have. If two are registered at once, one waits for the other.
 *
 * @throws HubError `CONFLICT`.
 */
export async function requireFewEnough(
  transaction: Kysely<{
    webhookEndpoint: Pick<WebhookEndpoint, "id" | "organizationId" | "state">;
  }>,
  organizationId: string,
): Promise<void> {
  // A lock with two keys cannot be confused with the locks by which writers of the update log announce
  // themselves.
  await sql`select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext(${organizationId}))`.execute(
    transaction,
  );
  const found = await transaction
    .selectFrom("webhookEndpoint")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("state", "<>", "ENDED")
    .execute();
  if (found.length < MAX_ENDPOINTS) return;
  throw conflict(
    `The organisation has ${found.length} webhook endpoints; the limit is ${MAX_ENDPOINTS}. End one with endWebhookEndpoint first.`,
  );
}
