import { fileURLToPath } from "node:url";
import { type TablesOf, entitiesOf, searchedOf } from "@alliance-hub/platform/noun/noun";
import { ActivityUpdateSchema } from "./mechanisms/update-log/activity-update.ts";
import { WebhookDeliverySchema } from "./mechanisms/delivery-queue/delivery.ts";
import { WebhookEndpointSchema } from "./nouns/webhook-endpoint/webhook-endpoint.entity.ts";
import type { WebhookEndpointTables } from "./nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
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
export interface ActivitiesTables extends TablesOf<typeof nouns>, WebhookEndpointTables {}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched = searchedOf(nouns);
