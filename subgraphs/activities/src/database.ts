import { fileURLToPath } from "node:url";
import { type TablesOf, entitiesOf, searchedOf } from "@alliance-hub/platform/noun/noun";
import type { Row } from "@alliance-hub/platform/database/row";
import {
  type ActivityUpdate,
  ActivityUpdateSchema,
} from "./nouns/activity-update/activity-update.entity.ts";
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
export interface ActivitiesTables extends TablesOf<typeof nouns> {
  /** Its place is given by PostgreSQL. */
  activityUpdate: Row<ActivityUpdate> & { number: number };
  webhookEndpoint: Row<WebhookEndpoint>;
  webhookDelivery: Row<WebhookDelivery>;
  webhookAttempt: WebhookAttempt;
  /** One row; up to this entry all are gone. */
  updateLog: { clearedNumber: number; clearedId: string; sealKey: Uint8Array };
}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched = searchedOf(nouns);
