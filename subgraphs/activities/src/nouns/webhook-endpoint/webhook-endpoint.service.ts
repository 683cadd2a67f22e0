import { type Changed, change, requireVersion } from "@alliance-hub/platform/change/change";
import { optionalText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { partnerOf } from "@alliance-hub/platform/directory/partner-key";
import { isId } from "@alliance-hub/platform/keys/loader";
import { requireAddress } from "@alliance-hub/platform/webhooks/address";
import { newWebhookSecret } from "@alliance-hub/platform/webhooks/secret";
import { requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import { LockMode } from "@mikro-orm/core";
import { type Kysely, sql } from "kysely";
import { requireFilter } from "../activity-update/activity-update.service.ts";
import type { ActivitiesContext } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { entryAt, readLog } from "../../mechanisms/update-log/read-log.ts";
import { wakeOutbox } from "../../mechanisms/webhooks/leases.ts";
import { WebhookEndpoint, moveEndpoint, requireNotEnded } from "./webhook-endpoint.entity.ts";
import type {
  CreateWebhookEndpointInput,
  EndWebhookEndpointInput,
  UpdateWebhookEndpointInput,
} from "./webhook-endpoint.input.ts";
import { type WebhookEndpointRow, requireFewEnough } from "./webhook-endpoint.loaders.ts";
import { can } from "./webhook-endpoint.policy.ts";

const LABEL = { maxLength: 60 };

/** An endpoint and, the one time that it is shown, its secret. */
export interface WithSecret {
  readonly endpoint: WebhookEndpointRow;
  readonly secret: string | null;
}

/**
 * Registers an endpoint. The secret is made here, stored encrypted and shown this once.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` where there are too many.
 */
export async function createWebhookEndpoint(
  context: ActivitiesContext,
  input: CreateWebhookEndpointInput,
): Promise<WithSecret> {
  const { id: organizationId } = await requireOrganization(context.directory, input.organizationId);
  if (!can(context.viewer, "register", { organizationId })) {
    throw forbidden(
      context.viewer,
      `Only a liaison of ${organizationId}, or its partner system with the scope activities:write, may register its webhook endpoints.`,
    );
  }
  const secrets = requireSecrets(context.webhooks);
  const address = await requireAddress("address", input.address, context.webhooks.rule);
  const label = optionalText("label", input.label, LABEL);
  const filter = await requireFilter(context, input.filter ?? {});
  const log = await readLog(context.rows);
  const { number: cursorNumber } =
    input.after == null ? log.committed : await entryAt(context.rows, log, input.after);
  const made = { secret: null as string | null };
  const endpoint = await change(
    context,
    {
      action: "createWebhookEndpoint",
      input,
      reload: (id) => context.webhookEndpoints.byId.load(id),
    },
    async ({ em, rows, now }) => {
      await requireFewEnough(rows, organizationId);
      const id = context.newId();
      made.secret = newWebhookSecret();
      const record = em.create(WebhookEndpoint, {
        id,
        createdAt: now,
        updatedAt: now,
        organizationId,
        address,
        label,
        filter,
        state: "ENABLED",
        reason: null,
        stateSince: now,
        sealedSecret: secrets.seal(made.secret, id),
        secretKeyId: secrets.keyId,
        sealedPreviousSecret: null,
        previousSecretUntil: null,
        cursorNumber,
        failingSince: null,
        pausedUntil: null,
        missedAt: null,
        partnerSubject: partnerOf(context.viewer),
      });
      return await noted(rows, record);
    },
  );
  return { endpoint, secret: made.secret };
}

/**
 * Changes address, label or filter; disables an endpoint or enables it again. Enabled again, what was
 * not delivered is tried from the beginning.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function updateWebhookEndpoint(
  context: ActivitiesContext,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  await requireOwn(context, input.id);
  const { rule } = context.webhooks;
  const address =
    input.address == null ? null : await requireAddress("address", input.address, rule);
  const filter = input.filter == null ? null : await requireFilter(context, input.filter);
  const label = optionalText("label", input.label, LABEL);
  return await changeEndpoint(
    context,
    input,
    "updateWebhookEndpoint",
    async (endpoint, { rows, now }) => {
      requireNotEnded(endpoint, input.enabled === false ? "DISABLED" : "ENABLED");
      endpoint.partnerSubject = partnerOf(context.viewer);
      if (address !== null) endpoint.address = address;
      if (filter !== null) endpoint.filter = filter;
      if (input.label !== undefined) endpoint.label = label;
      if (input.enabled === false && endpoint.state === "ENABLED")
        moveEndpoint(endpoint, {
          to: "DISABLED",
          reason: "Its organisation has disabled it.",
          now,
        });
      if (input.enabled !== true || endpoint.state !== "DISABLED") return;
      moveEndpoint(endpoint, { to: "ENABLED", reason: null, now });
      Object.assign(endpoint, { failingSince: null, pausedUntil: null, missedAt: null });
      await sql`update webhook_delivery set failures = 0, due_at = ${now}
      where endpoint_id = ${endpoint.id} and state = 'PENDING'`.execute(rows);
    },
  );
}

/**
 * Ends an endpoint for good and gives up what was not delivered.
 *
 * @throws HubError `NOT_FOUND`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endWebhookEndpoint(
  context: ActivitiesContext,
  input: EndWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  return await changeEndpoint(
    context,
    input,
    "endWebhookEndpoint",
    async (endpoint, { rows, now }) => {
      moveEndpoint(endpoint, { to: "ENDED", reason: "Its organisation has ended it.", now });
      Object.assign(endpoint, { sealedPreviousSecret: null, previousSecretUntil: null });
      await sql`update webhook_delivery set state = 'GIVEN_UP', finished_at = ${now}
      where endpoint_id = ${endpoint.id} and state = 'PENDING'`.execute(rows);
    },
  );
}

/** One change of an endpoint under its row lock, which also holds up deliveries that come to their end. */
export async function changeEndpoint(
  context: ActivitiesContext,
  input: EndWebhookEndpointInput,
  action: string,
  apply: (endpoint: WebhookEndpoint, work: Work<ActivitiesTables>) => Promise<void> | void,
): Promise<WebhookEndpointRow> {
  const reload = (id: string) => context.webhookEndpoints.byId.load(id);
  return await change(context, { action, input, reload }, async (work) => {
    const endpoint = await lockEndpoint(context, work, input.id);
    requireVersion(endpoint, input.version);
    await apply(endpoint, work);
    endpoint.updatedAt = work.now;
    await wakeOutbox(work.rows);
    return await noted(work.rows, endpoint);
  });
}

/** @throws HubError `NOT_FOUND` where there is none that the viewer may see. */
export async function lockEndpoint(
  context: ActivitiesContext,
  { em }: Pick<Work<ActivitiesTables>, "em">,
  id: string,
): Promise<WebhookEndpoint> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const endpoint = isId(id) ? await em.findOne(WebhookEndpoint, id, { lockMode }) : null;
  if (!endpoint || !can(context.viewer, "change", endpoint)) throw notFound("WebhookEndpoint", id);
  return endpoint;
}

/** @throws HubError `NOT_FOUND` as {@link lockEndpoint}, before anything of the input is looked into. */
export async function requireOwn(context: ActivitiesContext, id: string): Promise<void> {
  if (!(await context.webhookEndpoints.byId.load(id))) throw notFound("WebhookEndpoint", id);
}

/** Looks within the transaction: one that waits for another connection, under a lock, could wait for itself. */
async function noted(
  transaction: Kysely<ActivitiesTables>,
  record: WebhookEndpoint,
): Promise<Changed<WebhookEndpoint>> {
  const { id: recordId, organizationId } = record;
  const { regionPath } = await requireOrganization(createDirectory(transaction), organizationId);
  return { record, audit: { noun: "WebhookEndpoint", recordId, organizationId, regionPath } };
}
