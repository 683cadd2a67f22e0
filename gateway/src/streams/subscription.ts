import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { IdentityCache } from "../identity/identity-cache.ts";
import type { FairQueue } from "../http/admission/fair-queue.ts";
import { CatchUpTurn } from "./catch-up-turn.ts";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import type { Following } from "./shared-subscription.ts";
import type { SharedSubscriptions } from "./shared-subscriptions.ts";
import { CatchUp } from "./catch-up.ts";

/** One subscription of one client. */
export interface Subscription {
  /** Everything beside the viewer that the answers depend on, as text. */
  readonly requestKey: string;
  readonly follow: (viewer: Viewer) => Following;
  readonly authorization: string | undefined;
  /** Whose share of the hub its catch-up counts towards. */
  readonly client: string;
  /** Whether it can be taken up again after a position. */
  readonly isResumable: boolean;
  /** Position after which the client goes on; undefined at its first time. */
  readonly resumeAfter: string | undefined;
  /** Fires when the client has gone, its token has ended or the hub stops. */
  readonly signal: AbortSignal;
}

/** What subscriptions work with. */
export interface SubscriptionConfig {
  readonly sharedSubscriptions: SharedSubscriptions;
  readonly identityCache: IdentityCache;
  /** Subscribers that catch up. */
  readonly catchUps: FairQueue;
}

/**
 * Tells a client: what it missed, read for it alone, and from then on what its shared subscription is told. One whose
 * standing changes goes on as whoever it is now, and one that is too slow from the log, both from where
 * they were.
 *
 * @returns when the subscription has ended, or its signal has fired.
 * @throws HubError `UNAUTHENTICATED` once the client's token is no longer good; and whatever else keeps it
 *   from being told.
 */
export async function follow(
  subscription: Subscription,
  sink: Sink,
  { sharedSubscriptions, identityCache, catchUps }: SubscriptionConfig,
): Promise<void> {
  const { requestKey, authorization, signal } = subscription;
  let position = subscription.resumeAfter;
  while (!signal.aborted) {
    using turn = new CatchUpTurn(catchUps, subscription);
    // Before it joins: nothing piles up for whoever waits.
    if (position !== undefined) await turn.begin();
    if (signal.aborted) return;
    const mark = await identityCache.mark();
    const viewer = await identityCache.identify(authorization, mark);
    // Whoever left meanwhile is told of to nobody who listens only now.
    if (signal.aborted) return;
    const sharedSubscription = sharedSubscriptions.find(requestKey, viewer, subscription.follow);
    using subscriber = sharedSubscription.join({ authorization, mark });
    const leave = (): void => subscriber[Symbol.dispose]();
    signal.addEventListener("abort", leave);
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };

    let catchUp: CatchUp | undefined;
    if (position === undefined) {
      position = sharedSubscription.position;
      if (position !== undefined) sink.write(new Batch([new Delivery(undefined, position)]));
    } else {
      if (!sharedSubscription.isOpen) await turn.pauseFor(sharedSubscription.opened);
      // It has waited for what is away as long as one waits: its own catch-up would wait once more.
      if (subscriber.end?.kind === "broken") throw subscriber.end.error;
      catchUp = new CatchUp(subscription, { subscriber, viewer, identityCache, turn });
      for await (const batch of catchUp.batches(position)) {
        position = batch.position ?? position;
        if (sink.write(batch)) await turn.pass();
        else await turn.pauseFor(sink.drained());
      }
      turn.end();
      if (catchUp.end === "moved") continue;
      if (catchUp.end === "over") return;
    }
    if (signal.aborted) return;
    // The shared subscription may be behind what its reader was told in the meantime.
    const end = await subscriber.giveTo(sink, catchUp && ((batch) => catchUp.newIn(batch)));
    position = subscriber.position ?? position;
    if (signal.aborted || end.kind === "done") return;
    if (end.kind === "broken") throw end.error;
    // Without a place to go on from, something would be lost in silence.
    if (position === undefined) throw outOfDate();
  }
}

function outOfDate(): HubError {
  return new HubError(
    "RESYNC_REQUIRED",
    "This subscription cannot continue where it was. Read the data again, then subscribe again.",
  );
}
