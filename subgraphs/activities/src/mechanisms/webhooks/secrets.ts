import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { type Webhooks, requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import type { WebhookEndpoint } from "../../nouns/webhook-endpoint/webhook-endpoint.entity.ts";

/** The columns of an endpoint from which its secrets are decrypted. */
export type SealedSecrets = Pick<
  WebhookEndpoint,
  "id" | "sealedSecret" | "sealedPreviousSecret" | "previousSecretUntil"
>;

/**
 * The secrets that sign a delivery: the present one first, then the previous one while it is valid. Secrets
 * that another key has sealed are left out.
 *
 * @throws HubError `SUBGRAPH_UNAVAILABLE` if none can be opened.
 */
export function validSecrets(webhooks: Webhooks, sealed: SealedSecrets, now: Date): string[] {
  const { id, sealedSecret, sealedPreviousSecret, previousSecretUntil } = sealed;
  const box = requireSecrets(webhooks);
  const isKept = previousSecretUntil !== null && previousSecretUntil > now;
  const opened = [sealedSecret, isKept ? sealedPreviousSecret : null].map((secret) =>
    secret === null ? undefined : box.open(secret, id),
  );
  if (opened[0] === undefined) {
    throw new HubError("SUBGRAPH_UNAVAILABLE", {
      zh: "此推送地址的密钥是用另一个 HUB_SECRETS_KEY 加密的，枢纽无法读取。请更换密钥，或请运行方设回原来的 HUB_SECRETS_KEY。",
      en: "The secret of this webhook endpoint was encrypted with another HUB_SECRETS_KEY than this hub has. Rotate the secret, or ask whoever runs the hub to set the previous key.",
    });
  }
  return opened.filter((secret) => secret !== undefined);
}
