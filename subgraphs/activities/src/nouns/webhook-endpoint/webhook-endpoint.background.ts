import { appendAudit } from "@alliance-hub/platform/change/audit";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type Kysely, sql } from "kysely";
import type { WebhookEndpointTables } from "./webhook-endpoint.loaders.ts";

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
  const { rows: disabled } = await sql<{ organizationId: string }>`
    update webhook_endpoint set state = 'DISABLED', reason = ${reason},
      state_since = ${now}, updated_at = ${now}, version = version + 1
    where id = ${id} and state = 'ENABLED' returning organization_id`.execute(rows);
  const organizationId = disabled[0]?.organizationId;
  if (organizationId === undefined) return false;
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
  return true;
}
