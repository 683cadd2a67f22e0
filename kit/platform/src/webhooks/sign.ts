import { Webhook } from "standardwebhooks";

/** A message as it is sent. */
export interface Message {
  /** The same for each attempt; receivers recognise duplicates by it. */
  readonly id: string;
  readonly body: string;
}

/** The headers of the Standard Webhooks specification, by name. */
export interface SignatureHeaders extends Record<string, string> {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

/**
 * Signs a message for one attempt, once for each secret that is valid.
 *
 * @param now time of the attempt, because receivers reject what is more than a few minutes old.
 */
export function signMessage(
  { id, body }: Message,
  secrets: readonly string[],
  now: Date,
): SignatureHeaders {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(" "),
  };
}
