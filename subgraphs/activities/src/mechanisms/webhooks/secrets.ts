import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { newWebhookSecret } from "@alliance-hub/platform/webhooks/secret";
import { type Webhooks, requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import type { ActivitiesContext } from "../../context.ts";
import {
  type WebhookEndpoint,
  requireNotEnded,
} from "../../nouns/webhook-endpoint/webhook-endpoint.entity.ts";
import type { RotateWebhookSecretInput } from "../../nouns/webhook-endpoint/webhook-endpoint.input.ts";
import {
  type WithSecret,
  changeEndpoint,
} from "../../nouns/webhook-endpoint/webhook-endpoint.service.ts";

const HOUR_MS = 3_600_000;
const DEFAULT_KEEP_HOURS = 24;
const MAX_KEEP_HOURS = 168;

/**
 * Replaces the secret of an endpoint. The present one stays valid next to it for some time; both sign
 * each delivery until then.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function rotateWebhookSecret(
  context: ActivitiesContext,
  input: RotateWebhookSecretInput,
): Promise<WithSecret> {
  const secrets = requireSecrets(context.webhooks);
  const keepHours = input.keepHours ?? DEFAULT_KEEP_HOURS;
  if (keepHours < 0 || keepHours > MAX_KEEP_HOURS) {
    throw badInput(
      "keepHours",
      `"keepHours" is ${keepHours}; it must be 0 to ${MAX_KEEP_HOURS}. Give a number of hours within that, or leave it out for ${DEFAULT_KEEP_HOURS}.`,
    );
  }
  const made = { secret: null as string | null };
  const endpoint = await changeEndpoint(
    context,
    input,
    "rotateWebhookSecret",
    (record, { now }) => {
      requireNotEnded(record, "one with another secret");
      made.secret = newWebhookSecret();
      Object.assign(record, {
        sealedPreviousSecret: keepHours > 0 ? record.sealedSecret : null,
        previousSecretUntil: keepHours > 0 ? new Date(now.getTime() + keepHours * HOUR_MS) : null,
        sealedSecret: secrets.seal(made.secret, record.id),
        secretKeyId: secrets.keyId,
      });
    },
  );
  return { endpoint, secret: made.secret };
}

/** What of an endpoint its secrets are had from. */
export type SealedSecrets = Pick<
  WebhookEndpoint,
  "id" | "sealedSecret" | "sealedPreviousSecret" | "previousSecretUntil"
>;

/**
 * The secrets that sign a delivery: the present one first, then the one of before while it is valid.
 * What another key has sealed is left out.
 *
 * @throws HubError `SUBGRAPH_UNAVAILABLE` where none can be opened.
 */
export function validSecrets(webhooks: Webhooks, sealed: SealedSecrets, now: Date): string[] {
  const { id, sealedSecret, sealedPreviousSecret, previousSecretUntil } = sealed;
  const box = requireSecrets(webhooks);
  const isKept = previousSecretUntil !== null && previousSecretUntil > now;
  const opened = [sealedSecret, isKept ? sealedPreviousSecret : null].map((secret) =>
    secret === null ? undefined : box.open(secret, id),
  );
  if (opened[0] === undefined) {
    throw new HubError(
      "SUBGRAPH_UNAVAILABLE",
      `The secret of webhook endpoint ${id} was stored under another HUB_SECRETS_KEY than this hub has. Rotate the secret, or ask who runs the hub to set the key of before.`,
    );
  }
  return opened.filter((secret) => secret !== undefined);
}
