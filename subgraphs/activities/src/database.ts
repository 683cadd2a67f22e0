import type { SearchedTable } from "@alliance-hub/platform/database/refresh-search-keys";
import { fileURLToPath } from "node:url";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import { type Activity, ActivitySchema } from "./nouns/activity/activity.entity.ts";
import {
  type ActivityUpdate,
  ActivityUpdateSchema,
} from "./nouns/activity-update/activity-update.entity.ts";
import { type AgendaItem, AgendaItemSchema } from "./nouns/agenda-item/agenda-item.entity.ts";
import {
  type CalendarFeed,
  CalendarFeedSchema,
} from "./nouns/calendar-feed/calendar-feed.entity.ts";
import { type Issue, IssueSchema } from "./nouns/issue/issue.entity.ts";
import type { WebhookAttempt } from "./mechanisms/webhooks/leased-delivery.ts";
import {
  type WebhookDelivery,
  WebhookDeliverySchema,
} from "./nouns/webhook-delivery/webhook-delivery.entity.ts";
import {
  type WebhookEndpoint,
  WebhookEndpointSchema,
} from "./nouns/webhook-endpoint/webhook-endpoint.entity.ts";
import { type Participant, ParticipantSchema } from "./nouns/participant/participant.entity.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "activities";

export const entities = [
  ActivitySchema,
  ActivityUpdateSchema,
  ParticipantSchema,
  AgendaItemSchema,
  IssueSchema,
  WebhookEndpointSchema,
  WebhookDeliverySchema,
  CalendarFeedSchema,
];

export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface ActivitiesTables extends DirectoryTables {
  activity: Row<Activity> & { searchKey: string; searchGrams: string[] };
  participant: Row<Participant>;
  agendaItem: Row<AgendaItem>;
  issue: Row<Issue>;
  calendarFeed: Row<CalendarFeed>;
  /** Its place is given by PostgreSQL. */
  activityUpdate: Row<ActivityUpdate> & { number: number };
  webhookEndpoint: Row<WebhookEndpoint>;
  webhookDelivery: Row<WebhookDelivery>;
  webhookAttempt: WebhookAttempt;
  /** One row; up to this entry all are gone. */
  updateLog: { clearedNumber: number; clearedId: string; sealKey: Uint8Array };
}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched: readonly SearchedTable[] = [
  { table: "activity", texts: "array[title, theme, description]" },
];
