import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { type Kysely, sql } from "kysely";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { MAX_ENDPOINTS } from "./webhook-endpoint.entity.ts";
import { readable } from "./webhook-endpoint.policy.ts";

/** Columns that are read; secrets are no part of any answer. */
const COLUMNS = [
  "webhookEndpoint.id",
  "webhookEndpoint.version",
  "webhookEndpoint.createdAt",
  "webhookEndpoint.updatedAt",
  "webhookEndpoint.organizationId",
  "webhookEndpoint.address",
  "webhookEndpoint.label",
  "webhookEndpoint.filter",
  "webhookEndpoint.state",
  "webhookEndpoint.reason",
  "webhookEndpoint.stateSince",
  "webhookEndpoint.previousSecretUntil",
  "webhookEndpoint.failingSince",
  "webhookEndpoint.missedAt",
  "webhookEndpoint.partnerSubject",
] as const;

/** An endpoint as lists and loaders give it. */
export type WebhookEndpointRow = Omit<
  ActivitiesTables["webhookEndpoint"],
  "sealedSecret" | "secretKeyId" | "sealedPreviousSecret" | "cursorNumber" | "pausedUntil"
>;

/** Reads of endpoints, for who acts for their organisation. */
export interface WebhookEndpointLoaders {
  readonly byId: DataLoader<string, WebhookEndpointRow | null>;
  ofOrganization(
    organizationId: string,
  ): List<ActivitiesTables, "webhookEndpoint", WebhookEndpointRow>;
}

/** Loaders of one call. */
export function createWebhookEndpointLoaders({
  rows,
  viewer,
}: ActivitiesBase): WebhookEndpointLoaders {
  const visible = () => rows.selectFrom("webhookEndpoint").select(COLUMNS).where(readable(viewer));
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("webhookEndpoint.id", ids, "uuid"))
        .execute(),
    ),
    ofOrganization: (organizationId) => ({
      name: "webhookEndpoints",
      query: visible().where(isRecord("webhookEndpoint.organizationId", organizationId)),
      ...newestFirst<WebhookEndpointRow>(sql.ref("webhookEndpoint.id")),
    }),
  };
}

/**
 * Refuses one endpoint more than an organisation may have; of two that are registered at once, one
 * waits for the other.
 *
 * @throws HubError `CONFLICT`.
 */
export async function requireFewEnough(
  transaction: Kysely<ActivitiesTables>,
  organizationId: string,
): Promise<void> {
  // Two keys: such a lock is none of those by which writers of the update log announce themselves.
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
    `The organisation has ${found.length} webhook endpoints; ${MAX_ENDPOINTS} at most. End one with endWebhookEndpoint first.`,
  );
}
