import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  type Following,
  SharedSubscription,
  type SharedSubscriptionConfig,
} from "./shared-subscription.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";
import { createFanOut } from "./fan-out.ts";

/** The shared subscriptions of a hub. */
export interface SharedSubscriptions {
  /**
   * The shared subscription for a subscription; the first who asks makes it.
   *
   * @param asking everything beside the viewer that the answer depends on, as text.
   */
  find(
    requestKey: string,
    viewer: Viewer,
    follow: (viewer: Viewer) => Following,
  ): SharedSubscription;
  /** All shared subscriptions go on with the supergraph in service. */
  swap(): void;
  /** All shared subscriptions find out who is no longer who it was. */
  recheck(): Promise<void>;
  /** How many there are now. */
  readonly size: number;
}

/** None. */
export function createSharedSubscriptions(
  config: Omit<SharedSubscriptionConfig, "fanOut">,
): SharedSubscriptions {
  const sharedSubscription: SharedSubscriptionConfig = {
    ...config,
    fanOut: createFanOut(config.identityCache),
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
        const made = new SharedSubscription(follow(anyoneLike(viewer)), sharedSubscription, () => {
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
      const mark = await config.identityCache.mark();
      await Promise.all(
        Array.from(sharedSubscriptions.values(), (sharedSubscription) =>
          sharedSubscription.recheck(mark),
        ),
      );
    },
  };
}
