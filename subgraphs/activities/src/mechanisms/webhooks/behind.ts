import { type Kysely, sql } from "kysely";
import type { ActivityUpdateFilter } from "../../nouns/activity-update/activity-update.input.ts";
import type { WebhookEndpointTables } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import type { WantedNotices } from "../wanted-notices/wanted-notices.ts";

/** An endpoint that does not have deliveries for all of the log yet. */
export interface BehindEndpoint {
  readonly id: string;
  readonly organizationId: string;
  readonly filter: ActivityUpdateFilter;
  readonly cursorNumber: number;
}

/** Most endpoints that are brought up to the end of the log in one go. */
const MOST_BEHIND = 200;

/** Enabled endpoints whose cursor is not at the end of the log, those furthest behind first. */
export async function readBehind(rows: Kysely<WebhookEndpointTables>): Promise<BehindEndpoint[]> {
  return await rows
    .selectFrom("webhookEndpoint")
    .select(["id", "organizationId", "filter", "cursorNumber"])
    .where("state", "=", "ENABLED")
    .where("cursorNumber", "<", (log) =>
      log.selectFrom("activityUpdate").select(sql<number>`max(number)`.as("end")),
    )
    .orderBy("cursorNumber")
    .limit(MOST_BEHIND)
    .execute();
}

/** An endpoint that does not have deliveries for all notices of its unit yet. */
export interface BehindNotices extends Pick<BehindEndpoint, "id" | "organizationId"> {
  readonly notices: WantedNotices;
  /** In the log of notices. */
  readonly cursorNumber: number;
}

/** Enabled endpoints that take notices and whose cursor is not at the end of their log. */
export async function readBehindNotices(
  rows: Kysely<WebhookEndpointTables>,
): Promise<BehindNotices[]> {
  const { rows: found } = await sql<BehindNotices>`
    select id, organization_id, notices, notice_cursor_number as cursor_number from webhook_endpoint
    where state = 'ENABLED' and notices is not null
      and notice_cursor_number < (select max(number) from notice)
    order by notice_cursor_number limit ${sql.lit(MOST_BEHIND)}`.execute(rows);
  return found;
}

/**
 * How many enabled endpoints have a secret that another key has sealed. A worker with this key cannot sign for
 * them.
 */
export async function countForeign(
  rows: Kysely<WebhookEndpointTables>,
  keyId: string,
): Promise<number> {
  const found = await rows
    .selectFrom("webhookEndpoint")
    .select(sql<number>`count(*)`.as("foreign"))
    .where("state", "=", "ENABLED")
    .where("secretKeyId", "<>", keyId)
    .executeTakeFirstOrThrow();
  return found.foreign;
}
