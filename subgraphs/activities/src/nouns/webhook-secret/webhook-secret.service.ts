import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { newWebhookSecret } from "@alliance-hub/platform/webhooks/secret";
import { requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import { wakeOutbox } from "../../mechanisms/delivery-queue/wake.ts";
import type { WebhookEndpointContext } from "../webhook-endpoint/webhook-endpoint.loaders.ts";
import {
  type WithSecret,
  changes,
  requireNotEnded,
} from "../webhook-endpoint/webhook-endpoint.service.ts";
import {
  DEFAULT_KEEP_HOURS,
  KEEP_HOURS,
  type RotateWebhookSecretInput,
} from "./webhook-secret.input.ts";

const HOUR_MS = 3_600_000;
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
  const given = () => KEEP_HOURS.check("keepHours", input.keepHours ?? DEFAULT_KEEP_HOURS);
  const made = { secret: null as string | null };
  const step = { action: "rotateWebhookSecret", may: "change", given, input } as const;
  const endpoint = await changes.change(context, step, async (record, { rows, now }, hours) => {
    requireNotEnded(record, { zh: "更换密钥", en: "one with another secret" });
    if (record.kind !== "WEBHOOK") {
      throw badInput("id", {
        zh: "群机器人的密钥由其平台生成。请在群设置中更换，再用 updateWebhookEndpoint 填写。",
        en: "This endpoint is a robot; its service makes its secret. Change it in the group's settings, then give it with updateWebhookEndpoint.",
      });
    }
    const keepHours = hours();
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
