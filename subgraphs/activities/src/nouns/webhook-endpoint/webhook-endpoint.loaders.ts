import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import type { Row } from "@alliance-hub/platform/database/row";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import type { Webhooks } from "@alliance-hub/platform/webhooks/webhooks";
import { sql } from "kysely";
import type { DeliveryTables } from "../../mechanisms/delivery-queue/delivery.ts";
import type { NoticeTables } from "../../mechanisms/notice-log/notice-log.ts";
import type { UpdateLogTables } from "../../mechanisms/update-log/update-log.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.entity.ts";
import { readable } from "./webhook-endpoint.policy.ts";

/** Columns that are read; no answer contains secrets. */
const COLUMNS = [
  "webhookEndpoint.id",
  "webhookEndpoint.version",
  "webhookEndpoint.createdAt",
  "webhookEndpoint.updatedAt",
  "webhookEndpoint.organizationId",
  "webhookEndpoint.kind",
  "webhookEndpoint.address",
  "webhookEndpoint.label",
  "webhookEndpoint.filter",
  "webhookEndpoint.notices",
  "webhookEndpoint.state",
  "webhookEndpoint.reason",
  "webhookEndpoint.stateSince",
  "webhookEndpoint.previousSecretUntil",
  "webhookEndpoint.failingSince",
  "webhookEndpoint.missedAt",
  "webhookEndpoint.partnerSubject",
] as const;

/** The tables that endpoints are read from, and those below them. */
export interface WebhookEndpointTables
  extends DirectoryTables, UpdateLogTables, NoticeTables, DeliveryTables {
  webhookEndpoint: Row<WebhookEndpoint>;
}

/** What endpoints need of a call. */
export interface WebhookEndpointContext extends BaseContext<WebhookEndpointTables>, WithDirectory {
  /** What webhooks are registered and sent with. */
  readonly webhooks: Webhooks;
  readonly webhookEndpoints: WebhookEndpointLoaders;
}

/** An endpoint as lists and loaders give it. */
export type WebhookEndpointRow = Omit<
  Row<WebhookEndpoint>,
  | "sealedSecret"
  | "secretKeyId"
  | "sealedPreviousSecret"
  | "cursorNumber"
  | "noticeCursorNumber"
  | "pausedUntil"
>;

/** Reads of endpoints, for viewers that act for their organisation. */
export interface WebhookEndpointLoaders {
  readonly byId: DataLoader<string, WebhookEndpointRow | null>;
  ofOrganization(
    organizationId: string,
  ): List<WebhookEndpointTables, "webhookEndpoint", WebhookEndpointRow>;
}

/** Loaders of one call. */
export function createWebhookEndpointLoaders({
  rows,
  viewer,
}: BaseContext<WebhookEndpointTables>): WebhookEndpointLoaders {
  const visible = () => rows.selectFrom("webhookEndpoint").select(COLUMNS).where(readable(viewer));
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("webhookEndpoint.id", ids, "uuid"))
        .execute(),
    ),
    ofOrganization: (organizationId) => ({
      name: "webhookEndpoints",
      query: visible().where(isOrganization("webhookEndpoint.organizationId", organizationId)),
      ...newestFirst<WebhookEndpointRow>(sql.ref("webhookEndpoint.id")),
    }),
  };
}
