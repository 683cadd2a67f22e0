import { InputChecks } from "@alliance-hub/platform/errors/faults";
import type { Words } from "@alliance-hub/platform/words/words";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { partnerOf } from "@alliance-hub/platform/directory/partner-key";
import {
  requireKnownOrganization,
  requireOrganization,
} from "@alliance-hub/platform/directory/placement";
import { conflict, illegalTransition, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { requireAddress } from "@alliance-hub/platform/webhooks/address";
import { newWebhookSecret } from "@alliance-hub/platform/webhooks/secret";
import { requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import { sql } from "kysely";
import { beginAnew, giveUpAll } from "../../mechanisms/delivery-queue/line.ts";
import { wakeOutbox } from "../../mechanisms/delivery-queue/wake.ts";
import { entryAt, readLog } from "../../mechanisms/numbered-log/read-log.ts";
import { ROBOT_SECRET, requireRobotSecret } from "../../mechanisms/group-robot/robot-secret.ts";
import { UPDATES } from "../../mechanisms/update-log/update-log.ts";
import { noticesFromNow } from "../../mechanisms/wanted-notices/wanted-notices.ts";
import { requireFilter } from "../activity-update/activity-update.service.ts";
import { WEBHOOK_ENDPOINT_STEPS, WebhookEndpoint } from "./webhook-endpoint.entity.ts";
import {
  type CreateWebhookEndpointInput,
  type EndWebhookEndpointInput,
  LABEL,
  type UpdateWebhookEndpointInput,
} from "./webhook-endpoint.input.ts";
import type {
  WebhookEndpointContext,
  WebhookEndpointRow,
  WebhookEndpointTables,
} from "./webhook-endpoint.loaders.ts";
import { can } from "./webhook-endpoint.policy.ts";

/** Maximum number of endpoints of an organisation that have not ended. */
export const MAX_ENDPOINTS = 20;

/** The changes of an endpoint; replays and secrets have some of their own. */
export const changes = recordChanges({
  noun: "WebhookEndpoint",
  entity: WebhookEndpoint,
  reload: ({ webhookEndpoints }: WebhookEndpointContext, id): Promise<WebhookEndpointRow | null> =>
    webhookEndpoints.byId.load(id),
  mayRead: (viewer, endpoint: { readonly organizationId: string }) => can(viewer, "read", endpoint),
  can,
  only: (_endpoint, action) => ({
    zh: "只有该单位的联络员，或它的合作系统（须有 activities:write 权限），可以管理它的推送地址。",
    en: `Only a liaison of the unit, or its partner system with the scope activities:write, may ${action} its webhook endpoints.`,
  }),
  steps: WEBHOOK_ENDPOINT_STEPS,
  // This uses the transaction's connection. If it waited for another connection while holding a lock, it could
  // wait for itself.
  note: async ({ organizationId }, _context, { rows }) => {
    const { regionPath } = await requireKnownOrganization(createDirectory(rows), organizationId);
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
  const secrets = requireSecrets(context.webhooks);
  const checks = new InputChecks();
  const owner = await checks.of(async () => {
    const unit = await requireOrganization(context.directory, input.organizationId);
    changes.require(context.viewer, "register", { organizationId: unit.id });
    return unit;
  });
  const target = await checks.of(() =>
    requireAddress("address", input.address, context.webhooks.rule),
  );
  const texts = await checks.of(() => checkedOrNull(input, { label: LABEL }));
  const kind = input.kind ?? "WEBHOOK";
  const robotSecret = await checks.of(() => requireRobotSecret(kind, input.robotSecret));
  const wanted = await checks.of(() => requireFilter(context, input.filter ?? {}));
  const notices = await checks.of(() => noticesFromNow(context.rows, input.notices ?? null));
  const start = await checks.of(async () => {
    const log = await readLog(context.rows, UPDATES);
    return input.after == null
      ? log.committed
      : await entryAt({ rows: context.rows, source: UPDATES }, log, input.after);
  });
  checks.end();
  const { id: organizationId } = owner();
  const { number: cursorNumber } = start();
  const made = { secret: null as string | null };
  const mutation = { action: "createWebhookEndpoint", input };
  const endpoint = await changes.create(context, mutation, async (work, create) => {
    await requireRoom(work, organizationId);
    // The service of a robot makes its secret, and the person who registers it has it already.
    if (kind === "WEBHOOK") made.secret = newWebhookSecret();
    const id = context.newId();
    return create({
      id,
      organizationId,
      kind,
      address: target(),
      ...texts(),
      filter: wanted(),
      ...notices(),
      state: "ENABLED",
      stateSince: work.now,
      sealedSecret: secrets.seal(made.secret ?? robotSecret() ?? "", id),
      secretKeyId: secrets.keyId,
      cursorNumber,
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
  const { rule } = context.webhooks;
  const checks = new InputChecks();
  await checks.of(() => requireOwn(context, input.id));
  const target = await checks.of(() =>
    input.address == null ? null : requireAddress("address", input.address, rule),
  );
  const wanted = await checks.of(() =>
    input.filter == null ? null : requireFilter(context, input.filter),
  );
  const notices = await checks.of(() =>
    input.notices === undefined ? undefined : noticesFromNow(context.rows, input.notices),
  );
  const texts = await checks.of(() => checkedOrNull(input, { label: LABEL }));
  // Whether this kind of robot takes one is known once the endpoint is.
  await checks.of(() => checkedOrNull(input, { robotSecret: ROBOT_SECRET }));
  const secrets = input.robotSecret == null ? undefined : requireSecrets(context.webhooks);
  checks.end();
  const [address, filter, { label }, told] = [target(), wanted(), texts(), notices()];
  const step = { action: "updateWebhookEndpoint", may: "change", input } as const;
  return await changes.change(context, step, async (endpoint, { rows, now }) => {
    requireNotEnded(endpoint, input.enabled === false ? "DISABLED" : "ENABLED");
    const robotSecret = requireRobotSecret(endpoint.kind, input.robotSecret);
    if (robotSecret !== null && secrets) {
      endpoint.sealedSecret = secrets.seal(robotSecret, endpoint.id);
      endpoint.secretKeyId = secrets.keyId;
    }
    await wakeOutbox(rows);
    endpoint.partnerSubject = partnerOf(context.viewer);
    if (address !== null) endpoint.address = address;
    if (filter !== null) endpoint.filter = filter;
    if (told) {
      // Whoever takes notices already goes on where deliveries are.
      const noticeCursorNumber =
        told.notices && (endpoint.noticeCursorNumber ?? told.noticeCursorNumber);
      Object.assign(endpoint, { ...told, noticeCursorNumber });
    }
    if (input.label !== undefined) endpoint.label = label;
    if (input.enabled === false && endpoint.state === "ENABLED") {
      const reason = "Its organisation has disabled it.";
      Object.assign(endpoint, { state: "DISABLED", reason, stateSince: now });
    }
    if (input.enabled !== true || endpoint.state !== "DISABLED") return;
    Object.assign(endpoint, { state: "ENABLED", reason: null, stateSince: now });
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
  const step = { action: "endWebhookEndpoint", may: "end", to: "ENDED", input } as const;
  return await changes.change(context, step, async (endpoint, { rows, now }) => {
    Object.assign(endpoint, { reason: "Its organisation has ended it.", stateSince: now });
    Object.assign(endpoint, { sealedPreviousSecret: null, previousSecretUntil: null });
    await giveUpAll(rows, { endpointId: endpoint.id, now });
  });
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
export async function requireOwn(context: WebhookEndpointContext, id: string): Promise<void> {
  if (!(await context.webhookEndpoints.byId.load(id))) throw notFound("WebhookEndpoint", id, "id");
}

/**
 * Rejects a step that is allowed only before an endpoint has ended.
 *
 * @param wanted the requested step, as the end of "cannot become …".
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export function requireNotEnded(
  { id, state }: Pick<WebhookEndpoint, "id" | "state">,
  wanted: string | Words,
): void {
  if (state !== "ENDED") return;
  throw illegalTransition({ noun: "WebhookEndpoint", id, state, wanted, allowed: [] });
}

/**
 * Rejects more endpoints than an organisation may have. If two are registered at once, one waits for the other.
 *
 * @throws HubError `CONFLICT`.
 */
async function requireRoom(
  { rows }: Pick<Work<WebhookEndpointTables>, "rows">,
  organizationId: string,
): Promise<void> {
  // A lock with two keys cannot be confused with the locks by which writers of the update log announce
  // themselves.
  await sql`select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext(${organizationId}))`.execute(
    rows,
  );
  const found = await rows
    .selectFrom("webhookEndpoint")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("state", "<>", "ENDED")
    .execute();
  if (found.length < MAX_ENDPOINTS) return;
  throw conflict({
    zh: `该单位已有 ${found.length} 个推送地址，最多 ${MAX_ENDPOINTS} 个。请先终止一个。`,
    en: `The organisation has ${found.length} webhook endpoints; the limit is ${MAX_ENDPOINTS}. End one with endWebhookEndpoint first.`,
  });
}
