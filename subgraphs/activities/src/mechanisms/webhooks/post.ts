import { CLOUD_EVENT_TYPE } from "@alliance-hub/platform/webhooks/cloud-event";
import { fittingTexts, robotFault, robotPost } from "@alliance-hub/platform/webhooks/robots";
import type { Post } from "@alliance-hub/platform/webhooks/send";
import { signMessage } from "@alliance-hub/platform/webhooks/sign";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";
import type { Message } from "./readable-message.ts";
import { TEST_TEXT, robotText } from "./robot-text.ts";

/** A delivery with what is sent for it. */
export interface ReadyDelivery {
  readonly delivery: LeasedDelivery;
  readonly message: Extract<Message, { readonly body: string }>;
}

/** The part of a request that depends on the kind of its endpoint, and how many of the deliveries it carries. */
export type KindOfPost = Pick<Post, "address" | "headers" | "body" | "judge"> & {
  readonly carried: number;
};

const AGENT = { "user-agent": "alliance-hub" };

/**
 * The request for deliveries of one endpoint: for a system the first one, as a signed event; for a robot as many as fit
 * into one message.
 */
export function postOf(
  ready: readonly [ReadyDelivery, ...ReadyDelivery[]],
  secrets: readonly string[],
  now: Date,
): KindOfPost {
  const [{ delivery, message }] = ready;
  const { kind, address, id } = delivery;
  if (kind === "WEBHOOK") {
    const { body } = message;
    const signed = signMessage({ id, body }, secrets, now);
    return {
      address,
      body,
      carried: 1,
      headers: { "content-type": CLOUD_EVENT_TYPE, ...AGENT, ...signed },
    };
  }
  const texts = ready.map((one) => (one.message.news ? robotText(one.message.news) : TEST_TEXT));
  const carried = fittingTexts(kind, texts);
  const [secret = ""] = secrets;
  return {
    ...robotPost(kind, texts.slice(0, carried), { address, secret, now }),
    carried,
    headers: { "content-type": "application/json; charset=utf-8", ...AGENT },
    judge: robotFault,
  };
}
