import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { instantWords } from "@alliance-hub/platform/words/times";
import { appendAudit } from "@alliance-hub/platform/change/audit";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { ROBOT_PAUSE_MS } from "@alliance-hub/platform/webhooks/robots";
import { type Kysely, sql } from "kysely";
import type { WebhookEndpoint } from "./webhook-endpoint.entity.ts";
import type { WebhookEndpointTables } from "./webhook-endpoint.loaders.ts";
import { type OwnedEndpoint, noticesOfDisabled } from "./webhook-endpoint.notices.ts";

/** A step of an endpoint's cursor, by numbers of the update log. */
export interface CursorMove {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Moves the cursor of an enabled endpoint. @returns whether the cursor still had the old value. */
export async function moveCursor<DB>(
  transaction: Kysely<DB>,
  { id, from, to }: CursorMove,
): Promise<boolean> {
  const moved = await sql`update webhook_endpoint set cursor_number = ${to}
    where id = ${id} and cursor_number = ${from} and state = 'ENABLED'`.execute(transaction);
  return moved.numAffectedRows === 1n;
}

/** The same for its cursor in the log of notices. */
export async function moveNoticeCursor<DB>(
  transaction: Kysely<DB>,
  { id, from, to }: CursorMove,
): Promise<boolean> {
  const moved = await sql`update webhook_endpoint set notice_cursor_number = ${to}
    where id = ${id} and notice_cursor_number = ${from} and state = 'ENABLED'`.execute(transaction);
  return moved.numAffectedRows === 1n;
}

/** Which robots may send. */
export interface TurnQuestion {
  /** Endpoints whose secrets another key has sealed are left to a worker with that key. */
  readonly keyId: string;
  readonly limit: number;
  readonly now: Date;
}

/**
 * Gives each robot that has something due a turn: it may send one message, and no other one for some seconds, whatever
 * becomes of this process. Its first delivery decides, so that the order of updates stays.
 *
 * @returns their ids.
 */
export async function giveTurns<DB>(
  transaction: Kysely<DB>,
  { keyId, limit, now }: TurnQuestion,
): Promise<string[]> {
  const until = new Date(now.getTime() + ROBOT_PAUSE_MS);
  const { rows: given } = await sql<{ id: string }>`
    update webhook_endpoint set paused_until = ${until} where id in (
      select endpoint.id from webhook_endpoint endpoint cross join lateral (
        select due_at, leased_until from webhook_delivery delivery
        where delivery.endpoint_id = endpoint.id and delivery.state = 'PENDING' and delivery.update_id is not null
        order by delivery.update_number limit 1
      ) as first
      where endpoint.state = 'ENABLED' and endpoint.kind <> 'WEBHOOK' and endpoint.secret_key_id = ${keyId}
        and (endpoint.paused_until is null or endpoint.paused_until <= ${now}) and first.due_at <= ${now}
        and (first.leased_until is null or first.leased_until <= clock_timestamp())
      limit ${limit} for update of endpoint skip locked)
    returning id`.execute(transaction);
  return given.map(({ id }) => id);
}

/**
 * Lets a locked robot send one message now, and no other one for some seconds.
 *
 * @throws HubError `CONFLICT` if it has just sent one.
 */
export function takeTurn(endpoint: WebhookEndpoint, now: Date): void {
  if (endpoint.kind === "WEBHOOK") return;
  const { pausedUntil } = endpoint;
  if (pausedUntil && pausedUntil > now) {
    throw conflict({
      zh: `群机器人每分钟至多收 20 条消息，刚刚发过。请在${instantWords(pausedUntil).zh}以后再试。`,
      en: `The robot takes at most 20 messages a minute and has just got one. Try again after ${instantWords(pausedUntil).en}.`,
    });
  }
  endpoint.pausedUntil = new Date(now.getTime() + ROBOT_PAUSE_MS);
}

/** An update was delivered. */
export async function noteSuccess<DB>(rows: Kysely<DB>, id: string): Promise<void> {
  await sql`update webhook_endpoint set failing_since = null
    where id = ${id} and failing_since is not null`.execute(rows);
}

/** An attempt failed; the receiver may have asked for a pause. */
export async function noteFailure<DB>(
  rows: Kysely<DB>,
  id: string,
  { at, pausedUntil }: { readonly at: Date; readonly pausedUntil: Date | null },
): Promise<void> {
  await sql`update webhook_endpoint set failing_since = coalesce(failing_since, ${at}),
    paused_until = greatest(paused_until, ${pausedUntil}::timestamptz) where id = ${id}`.execute(
    rows,
  );
}

/** The update log no longer has all updates for the endpoint. */
export async function noteMissed<DB>(rows: Kysely<DB>, id: string, now: Date): Promise<void> {
  await sql`update webhook_endpoint set missed_at = ${now} where id = ${id}`.execute(rows);
}

/** Stops an endpoint. No client asked for this, so it is not a mutation; but it is audited like one. */
export async function disableEndpoint(
  context: BaseContext<WebhookEndpointTables>,
  rows: Kysely<WebhookEndpointTables>,
  { id, reason, now }: { readonly id: string; readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const { rows: disabled } = await sql<OwnedEndpoint>`
    update webhook_endpoint set state = 'DISABLED', reason = ${reason},
      state_since = ${now}, updated_at = ${now}, version = version + 1
    where id = ${id} and state = 'ENABLED' returning id, organization_id, kind, label, reason`.execute(
    rows,
  );
  const [endpoint] = disabled;
  if (!endpoint) return false;
  const { organizationId } = endpoint;
  const organization = await createDirectory(rows).organization(organizationId);
  await appendAudit(context, rows, {
    action: "disableWebhookEndpoint",
    noun: "WebhookEndpoint",
    recordId: id,
    organizationId,
    regionPath: organization?.regionPath ?? [],
    details: { reason },
    changes: [{ field: "state", before: "ENABLED", after: "DISABLED" }],
  });
  await leaveNotices({ newId: context.newId }, { rows, now }, noticesOfDisabled(endpoint));
  return true;
}
