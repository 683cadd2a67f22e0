import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  type SharedOperation,
  SharedSubscription,
  type SharedSubscriptionConfig,
} from "./shared-subscription.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";
import { createFanOut } from "./fan-out.ts";

/** The shared subscriptions of a hub. */
export interface SharedSubscriptions {
  /**
   * The shared subscription that a subscriber joins. The first subscriber starts it.
   *
   * @param requestKey everything except the viewer that the answers depend on, as text.
   */
  find(
    requestKey: string,
    viewer: Viewer,
    follow: (viewer: Viewer) => SharedOperation,
  ): SharedSubscription;
  /** All shared subscriptions continue with the current supergraph. */
  swap(): void;
  /** Identifies the subscribers again. Those whose standing has changed leave. */
  recheck(): Promise<void>;
  /** How many there are now. */
  readonly size: number;
}

/** There is none yet. @param config with a signal that fires when the hub stops. */
export function createSharedSubscriptions(
  config: Omit<SharedSubscriptionConfig, "fanOut"> & { readonly stopping: AbortSignal },
): SharedSubscriptions {
  const subscriptionConfig: SharedSubscriptionConfig = {
    ...config,
    fanOut: createFanOut(config.identityCache, config.stopping),
  };
  const sharedSubscriptions = new Map<string, SharedSubscription>();
  return {
    get size() {
      return sharedSubscriptions.size;
    },
    find: (requestKey, viewer, follow) => {
      const key = `${requestKey}${fingerprintOf(viewer)}`;
      let found = sharedSubscriptions.get(key);
      if (!found) {
        const made = new SharedSubscription(follow(anyoneLike(viewer)), subscriptionConfig, () => {
          if (sharedSubscriptions.get(key) === made) sharedSubscriptions.delete(key);
        });
        sharedSubscriptions.set(key, (found = made));
      }
      return found;
    },
    swap: () => {
      for (const sharedSubscription of sharedSubscriptions.values()) sharedSubscription.swap();
    },
    recheck: async () => {
      const revision = await config.identityCache.revision();
      await Promise.all(
        Array.from(sharedSubscriptions.values(), (sharedSubscription) =>
          sharedSubscription.recheck(revision),
        ),
      );
    },
  };
}
