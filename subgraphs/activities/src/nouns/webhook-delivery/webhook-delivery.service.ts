import { stateInChinese } from "@alliance-hub/platform/words/states";
import { type ChangeResult, change } from "@alliance-hub/platform/change/change";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireKnownOrganization } from "@alliance-hub/platform/directory/placement";
import type { Kysely } from "kysely";
import type { WebhookDelivery } from "../../mechanisms/delivery-queue/delivery.ts";
import { giveUp, lockDelivery, putAgain, putTest } from "../../mechanisms/delivery-queue/line.ts";
import { wakeOutbox } from "../../mechanisms/delivery-queue/wake.ts";
import { attemptDelivery } from "../../mechanisms/webhooks/attempt.ts";
import { validSecrets } from "../../mechanisms/webhooks/secrets.ts";
import type { WebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.entity.ts";
import type { WebhookEndpointTables } from "../webhook-endpoint/webhook-endpoint.loaders.ts";
import { takeTurn } from "../webhook-endpoint/webhook-endpoint.background.ts";
import { lockEndpoint, requireNotEnded } from "../webhook-endpoint/webhook-endpoint.service.ts";
import type {
  GiveUpWebhookDeliveryInput,
  RedeliverWebhookInput,
  TestWebhookEndpointInput,
} from "./webhook-delivery.input.ts";
import type { WebhookDeliveryContext, WebhookDeliveryRow } from "./webhook-delivery.loaders.ts";

/**
 * Sends a test delivery and waits for its result. The delivery is stored before it is sent, with a lease, so
 * that no worker takes it; the same key twice sends it only once.
 *
 * @throws HubError `NOT_FOUND`, `ILLEGAL_TRANSITION` for an endpoint that has ended.
 */
export async function testWebhookEndpoint(
  context: WebhookDeliveryContext,
  input: TestWebhookEndpointInput,
): Promise<WebhookDeliveryRow> {
  const made: { endpoint?: Readonly<WebhookEndpoint>; leaseId?: string } = {};
  const { id } = await change(
    context,
    {
      action: "testWebhookEndpoint",
      input,
      reload: (key) => context.webhookDeliveries.byId.load(key),
    },
    async (work) => {
      const endpoint = await lockEndpoint(context, work, input.id);
      requireNotEnded(endpoint, { zh: "测试", en: "one that is tested" });
      takeTurn(endpoint, work.now);
      // Reject it before anything is stored if it cannot be signed.
      validSecrets(context.webhooks, endpoint, work.now);
      const leaseId = context.newId();
      Object.assign(made, { endpoint, leaseId });
      const place = { id: context.newId(), endpointId: endpoint.id, leaseId };
      const record = putTest(work, place);
      return await noted(work.rows, record, endpoint);
    },
  );
  const { endpoint, leaseId } = made;
  if (endpoint && leaseId !== undefined) {
    const { organizationId, kind, address } = endpoint;
    const { sealedSecret, sealedPreviousSecret, previousSecretUntil } = endpoint;
    await attemptDelivery(context, {
      id,
      endpointId: endpoint.id,
      organizationId,
      kind,
      address,
      ofNotice: false,
      language: null,
      updateId: null,
      updateNumber: null,
      failures: 0,
      sealedSecret,
      sealedPreviousSecret,
      previousSecretUntil,
      // The viewer's rights have just been checked.
      partnerSubject: endpoint.partnerSubject,
      isVouchedFor: true,
      leaseId,
    });
  }
  context.webhookDeliveries.byId.clear(id);
  const sent = await context.webhookDeliveries.byId.load(id);
  if (!sent) throw notFound("WebhookDelivery", id);
  return sent;
}

/**
 * Repeats a delivery. If it waits for its next attempt, the attempt is made at once.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT` for a test, `CONFLICT` if the endpoint is not enabled.
 */
export async function redeliverWebhook(
  context: WebhookDeliveryContext,
  input: RedeliverWebhookInput,
): Promise<WebhookDeliveryRow> {
  return await changeDelivery(context, input, "redeliverWebhook", ({ delivery, endpoint, now }) => {
    if (delivery.updateId === null) {
      throw badInput("id", {
        zh: "这是一次测试推送，不能重新推送。请再做一次测试。",
        en: "This is a test delivery, which is not sent again. Send another one with testWebhookEndpoint.",
      });
    }
    if (endpoint.state !== "ENABLED") {
      throw conflict({
        zh: `推送地址的状态为${stateInChinese("WebhookEndpoint", endpoint.state)}，不会推送。请先启用；已终止的不能再启用，请另行登记。`,
        en: `The endpoint is ${endpoint.state}, so nothing is sent there. Enable it with updateWebhookEndpoint. An endpoint that has ended cannot be enabled; register another one.`,
      });
    }
    putAgain(delivery, now);
  });
}

/**
 * Gives up a pending delivery.
 *
 * @throws HubError `NOT_FOUND`, `ILLEGAL_TRANSITION`.
 */
export async function giveUpWebhookDelivery(
  context: WebhookDeliveryContext,
  input: GiveUpWebhookDeliveryInput,
): Promise<WebhookDeliveryRow> {
  return await changeDelivery(context, input, "giveUpWebhookDelivery", ({ delivery, now }) =>
    giveUp(delivery, now),
  );
}

interface LockedDelivery {
  readonly delivery: Readonly<WebhookDelivery>;
  readonly endpoint: Readonly<WebhookEndpoint>;
  readonly now: Date;
}

/** One change of a delivery. It locks the endpoint and then the delivery, in the same order as workers. */
async function changeDelivery(
  context: WebhookDeliveryContext,
  input: RedeliverWebhookInput | GiveUpWebhookDeliveryInput,
  action: string,
  apply: (locked: LockedDelivery) => void,
): Promise<WebhookDeliveryRow> {
  const reload = (id: string) => context.webhookDeliveries.byId.load(id);
  const found = await reload(input.id);
  if (!found) throw notFound("WebhookDelivery", input.id, "id");
  context.webhookDeliveries.byId.clear(input.id);
  return await change(context, { action, input, reload }, async (work) => {
    const endpoint = await lockEndpoint(context, work, found.endpointId);
    const delivery = await lockDelivery(work, found.id);
    apply({ delivery, endpoint, now: work.now });
    await wakeOutbox(work.rows);
    return await noted(work.rows, delivery, endpoint);
  });
}

async function noted(
  transaction: Kysely<WebhookEndpointTables>,
  record: Readonly<WebhookDelivery>,
  { organizationId }: Readonly<WebhookEndpoint>,
): Promise<ChangeResult<Readonly<WebhookDelivery>>> {
  const { regionPath } = await requireKnownOrganization(
    createDirectory(transaction),
    organizationId,
  );
  return {
    record,
    audit: { noun: "WebhookDelivery", recordId: record.id, organizationId, regionPath },
  };
}
