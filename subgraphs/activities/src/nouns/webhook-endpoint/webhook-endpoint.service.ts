import { appendAudit } from "@alliance-hub/platform/change/audit";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { optionalText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { partnerOf } from "@alliance-hub/platform/directory/partner-key";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { requireAddress } from "@alliance-hub/platform/webhooks/address";
import { newWebhookSecret } from "@alliance-hub/platform/webhooks/secret";
import { requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import { type Kysely, sql } from "kysely";
import { beginAnew, giveUpAll } from "../../mechanisms/delivery-queue/line.ts";
import { wakeOutbox } from "../../mechanisms/delivery-queue/wake.ts";
import { entryAt, readLog } from "../../mechanisms/update-log/read-log.ts";
import { requireFilter } from "../activity-update/activity-update.service.ts";
import { WebhookEndpoint, moveEndpoint, requireNotEnded } from "./webhook-endpoint.entity.ts";
import {
  type CreateWebhookEndpointInput,
  DEFAULT_KEEP_HOURS,
  type EndWebhookEndpointInput,
  KEEP_HOURS,
  type ReplayWebhookEndpointInput,
  type RotateWebhookSecretInput,
  type UpdateWebhookEndpointInput,
} from "./webhook-endpoint.input.ts";
import type {
  WebhookEndpointContext,
  WebhookEndpointRow,
  WebhookEndpointTables,
} from "./webhook-endpoint.loaders.ts";
import { can, requireFewEnough } from "./webhook-endpoint.policy.ts";

const LABEL = { maxLength: 60 };
const HOUR_MS = 3_600_000;

const changes = recordChanges({
  noun: "WebhookEndpoint",
  entity: WebhookEndpoint,
  reload: ({ webhookEndpoints }: WebhookEndpointContext, id): Promise<WebhookEndpointRow | null> =>
    webhookEndpoints.byId.load(id),
  mayRead: (viewer, endpoint: { readonly organizationId: string }) => can(viewer, "read", endpoint),
  can,
  only: ({ organizationId }, action) =>
    `Only a liaison of ${organizationId}, or its partner system with the scope activities:write, may ${action} its webhook endpoints.`,
  // This uses the transaction's connection. If it waited for another connection while holding a lock, it could
  // wait for itself.
  note: async ({ organizationId }, _context, { rows }) => {
    const { regionPath } = await requireOrganization(createDirectory(rows), organizationId);
    return { organizationId, regionPath };
  },
});

/** An endpoint and, only once, its secret. */
export interface WithSecret {
  readonly endpoint: WebhookEndpointRow;
  readonly secret: string | null;
}

/**
 * Registers an endpoint. The secret is made here, stored encrypted and shown only this once.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if there are too many.
 */
export async function createWebhookEndpoint(
  context: WebhookEndpointContext,
  input: CreateWebhookEndpointInput,
): Promise<WithSecret> {
  const { id: organizationId } = await requireOrganization(context.directory, input.organizationId);
  changes.require(context.viewer, "register", { organizationId });
  const secrets = requireSecrets(context.webhooks);
  const address = await requireAddress("address", input.address, context.webhooks.rule);
  const label = optionalText("label", input.label, LABEL);
  const filter = await requireFilter(context, input.filter ?? {});
  const log = await readLog(context.rows);
  const { number: cursorNumber } =
    input.after == null ? log.committed : await entryAt(context.rows, log, input.after);
  const made = { secret: null as string | null };
  const mutation = { action: "createWebhookEndpoint", input };
  const endpoint = await changes.create(context, mutation, async ({ em, rows, now }, stamp) => {
    await requireFewEnough(rows, organizationId);
    made.secret = newWebhookSecret();
    return em.create(WebhookEndpoint, {
      ...stamp,
      organizationId,
      address,
      label,
      filter,
      state: "ENABLED",
      reason: null,
      stateSince: now,
      sealedSecret: secrets.seal(made.secret, stamp.id),
      secretKeyId: secrets.keyId,
      sealedPreviousSecret: null,
      previousSecretUntil: null,
      cursorNumber,
      failingSince: null,
      pausedUntil: null,
      missedAt: null,
      partnerSubject: partnerOf(context.viewer),
    });
  });
  return { endpoint, secret: made.secret };
}

/**
 * Changes address, label or filter; disables an endpoint or enables it again. When it is enabled again,
 * undelivered updates start again with the first attempt.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function updateWebhookEndpoint(
  context: WebhookEndpointContext,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  await requireOwn(context, input.id);
  const { rule } = context.webhooks;
  const address =
    input.address == null ? null : await requireAddress("address", input.address, rule);
  const filter = input.filter == null ? null : await requireFilter(context, input.filter);
  const label = optionalText("label", input.label, LABEL);
  const step = { action: "updateWebhookEndpoint", may: "change", input } as const;
  return await changes.change(context, step, async (endpoint, { rows, now }) => {
    requireNotEnded(endpoint, input.enabled === false ? "DISABLED" : "ENABLED");
    await wakeOutbox(rows);
    endpoint.partnerSubject = partnerOf(context.viewer);
    if (address !== null) endpoint.address = address;
    if (filter !== null) endpoint.filter = filter;
    if (input.label !== undefined) endpoint.label = label;
    if (input.enabled === false && endpoint.state === "ENABLED")
      moveEndpoint(endpoint, { to: "DISABLED", reason: "Its organisation has disabled it.", now });
    if (input.enabled !== true || endpoint.state !== "DISABLED") return;
    moveEndpoint(endpoint, { to: "ENABLED", reason: null, now });
    Object.assign(endpoint, { failingSince: null, pausedUntil: null, missedAt: null });
    await beginAnew(rows, { endpointId: endpoint.id, now });
  });
}

/**
 * Ends an endpoint for good and gives up undelivered updates.
 *
 * @throws HubError `NOT_FOUND`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endWebhookEndpoint(
  context: WebhookEndpointContext,
  input: EndWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  const step = { action: "endWebhookEndpoint", may: "end", input } as const;
  return await changes.change(context, step, async (endpoint, { rows, now }) => {
    moveEndpoint(endpoint, { to: "ENDED", reason: "Its organisation has ended it.", now });
    Object.assign(endpoint, { sealedPreviousSecret: null, previousSecretUntil: null });
    await giveUpAll(rows, { endpointId: endpoint.id, now });
  });
}

/**
 * Sets an endpoint back to a position of the log: what comes after it is delivered again.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `RESYNC_REQUIRED`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function replayWebhookEndpoint(
  context: WebhookEndpointContext,
  input: ReplayWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  await requireOwn(context, input.id);
  const { number } = await entryAt(context.rows, await readLog(context.rows), input.after);
  const step = { action: "replayWebhookEndpoint", may: "change", input } as const;
  return await changes.change(context, step, async (endpoint, { rows }) => {
    requireNotEnded(endpoint, "one that delivers");
    // If the position were ahead of the cursor, updates would be skipped.
    if (number < endpoint.cursorNumber) endpoint.cursorNumber = number;
    await wakeOutbox(rows);
  });
}

/**
 * Replaces the secret of an endpoint. The present one stays valid for some time; until then each delivery is
 * signed with both.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function rotateWebhookSecret(
  context: WebhookEndpointContext,
  input: RotateWebhookSecretInput,
): Promise<WithSecret> {
  const secrets = requireSecrets(context.webhooks);
  const keepHours = KEEP_HOURS.check("keepHours", input.keepHours ?? DEFAULT_KEEP_HOURS);
  const made = { secret: null as string | null };
  const step = { action: "rotateWebhookSecret", may: "change", input } as const;
  const endpoint = await changes.change(context, step, async (record, { rows, now }) => {
    requireNotEnded(record, "one with another secret");
    made.secret = newWebhookSecret();
    Object.assign(record, {
      sealedPreviousSecret: keepHours > 0 ? record.sealedSecret : null,
      previousSecretUntil: keepHours > 0 ? new Date(now.getTime() + keepHours * HOUR_MS) : null,
      sealedSecret: secrets.seal(made.secret, record.id),
      secretKeyId: secrets.keyId,
    });
    await wakeOutbox(rows);
  });
  return { endpoint, secret: made.secret };
}

/**
 * The endpoint, locked until the transaction ends. Its deliveries change only under this lock.
 *
 * @throws HubError `NOT_FOUND` if there is none that the viewer may see.
 */
export async function lockEndpoint(
  context: WebhookEndpointContext,
  work: Work<WebhookEndpointTables>,
  id: string,
): Promise<Readonly<WebhookEndpoint>> {
  return (await changes.lock(context, work, id)).record;
}

/** @throws HubError `NOT_FOUND` like {@link lockEndpoint}, before the input is checked. */
async function requireOwn(context: WebhookEndpointContext, id: string): Promise<void> {
  if (!(await context.webhookEndpoints.byId.load(id))) throw notFound("WebhookEndpoint", id);
}

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
  });
  return true;
}
