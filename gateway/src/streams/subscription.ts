import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { IdentityCache } from "../identity/identity-cache.ts";
import type { CatchUps } from "./catch-ups.ts";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import type { SharedOperation } from "./shared-subscription.ts";
import type { SharedSubscriptions } from "./shared-subscriptions.ts";
import type { Subscriber, SubscriberEnd } from "./subscriber.ts";

/** One subscription of one client. */
export interface Subscription {
  /** Everything except the viewer that the answers depend on, as text. */
  readonly requestKey: string;
  readonly follow: (viewer: Viewer) => SharedOperation;
  readonly authorization: string | undefined;
  /** The client whose share of the hub its catch-up counts towards. */
  readonly client: string;
  /** Whether it can continue after a position. */
  readonly isResumable: boolean;
  /** Position after which the client continues; undefined the first time. */
  readonly resumeAfter: string | undefined;
  /** Fires when the client has gone, its token has ended or the hub stops. */
  readonly signal: AbortSignal;
}

/** What subscriptions need. */
export interface SubscriptionConfig {
  readonly sharedSubscriptions: SharedSubscriptions;
  readonly identityCache: IdentityCache;
  /** Of subscribers that come back. */
  readonly catchUps: CatchUps;
}

/**
 * Serves a client: first what it missed, then what its shared subscription gets. If its standing changes, it
 * continues with its new standing. If it is too slow, it continues from the log. Both continue from their
 * position.
 *
 * @returns when the subscription has ended, or its signal has fired.
 * @throws HubError `UNAUTHENTICATED` once the client's token is no longer valid; and any other error that ends
 *   it.
 */
export async function follow(
  subscription: Subscription,
  sink: Sink,
  { sharedSubscriptions, identityCache, catchUps }: SubscriptionConfig,
): Promise<void> {
  const { requestKey, authorization, client, signal } = subscription;
  let position = subscription.resumeAfter;
  while (!signal.aborted) {
    const revision = await identityCache.revision();
    const viewer = await identityCache.identify(authorization, revision);
    // If it left in the meantime, a listener that is added only now would not notice.
    if (signal.aborted) return;
    using stack = new DisposableStack();
    const told = async (
      subscriber: Subscriber,
      newIn?: (batch: Batch) => Batch | undefined,
    ): Promise<SubscriberEnd> => {
      const leave = (): void => subscriber[Symbol.dispose]();
      stack.defer(leave);
      signal.addEventListener("abort", leave);
      stack.defer(() => signal.removeEventListener("abort", leave));
      const end = await subscriber.giveTo(sink, newIn);
      position = subscriber.position ?? position;
      if (end.kind === "broken" && !signal.aborted) throw end.error;
      return end;
    };

    let end: SubscriberEnd;
    if (position === undefined) {
      const sharedSubscription = sharedSubscriptions.find(requestKey, viewer, subscription.follow);
      position = sharedSubscription.position;
      const live = sharedSubscription.join({ authorization, revision });
      if (position !== undefined) sink.write(new Batch([new Delivery(undefined, position)]));
      end = await told(live);
    } else {
      const catchUp = catchUps.find({ ...subscription, viewer, after: position });
      const returning = catchUp.join({ authorization, revision }, client);
      stack.defer(() => returning.live?.[Symbol.dispose]());
      end = await told(returning.missed);
      if (end.kind === "done" && returning.live && catchUp.isComplete)
        // The shared subscription may be behind what the subscriber was told in the meantime.
        end = await told(returning.live, (batch) => catchUp.newIn(batch));
    }
    if (signal.aborted || end.kind === "done") return;
    // Without a position to continue from, updates would be lost silently.
    if (position === undefined) throw outOfDate();
  }
}

function outOfDate(): HubError {
  return new HubError("RESYNC_REQUIRED", {
    zh: "此订阅无法从原处继续。请重新读取数据，再重新订阅。",
    en: "This subscription cannot continue where it was. Read the data again, then subscribe again.",
  });
}
