import { fileURLToPath } from "node:url";
import { type TablesOf, entitiesOf, searchedOf } from "@alliance-hub/platform/noun/noun";
import type { Row } from "@alliance-hub/platform/database/row";
import {
  ActivityUpdateSchema,
  type UpdateLogTables,
} from "./mechanisms/update-log/activity-update.ts";
import type { WebhookAttempt } from "./mechanisms/webhooks/leased-delivery.ts";
import {
  type WebhookDelivery,
  WebhookDeliverySchema,
} from "./nouns/webhook-delivery/webhook-delivery.entity.ts";
import {
  type WebhookEndpoint,
  WebhookEndpointSchema,
} from "./nouns/webhook-endpoint/webhook-endpoint.entity.ts";
import { nouns } from "./nouns.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "activities";

export const entities = [
  ActivityUpdateSchema,
  ...entitiesOf(nouns),
  WebhookEndpointSchema,
  WebhookDeliverySchema,
];

export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface ActivitiesTables extends TablesOf<typeof nouns>, UpdateLogTables {
  webhookEndpoint: Row<WebhookEndpoint>;
  webhookDelivery: Row<WebhookDelivery>;
  webhookAttempt: WebhookAttempt;
}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched = searchedOf(nouns);
