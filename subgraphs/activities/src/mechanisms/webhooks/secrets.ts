import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { type Webhooks, requireSecrets } from "@alliance-hub/platform/webhooks/webhooks";
import type { WebhookEndpoint } from "../../nouns/webhook-endpoint/webhook-endpoint.entity.ts";

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
      `The secret of webhook endpoint ${id} was encrypted with another HUB_SECRETS_KEY than this hub has. Rotate the secret, or ask whoever runs the hub to set the previous key.`,
    );
  }
  return opened.filter((secret) => secret !== undefined);
}
