import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { IdentityCache } from "../identity/identity-cache.ts";
import type { CatchUpTurn } from "./catch-up-turn.ts";
import { completeEvents } from "./complete-events.ts";
import { Batch, Delivery } from "./delivery.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";
import { isOpening } from "./shared-subscription.ts";
import type { Subscriber } from "./subscriber.ts";
import type { Subscription } from "./subscription.ts";

/** What a reader needs to catch up. */
export interface CatchUpConfig {
  readonly subscriber: Subscriber;
  readonly viewer: Viewer;
  readonly identityCache: IdentityCache;
  /** Held while it reads. */
  readonly turn: Pick<CatchUpTurn, "pauseFor">;
}

/** Positions that are remembered: more than can wait in a subscriber that is not full. */
const REMEMBERED = 100_000;

/** What a client missed, completed for it alone while its subscriber takes in what happens meanwhile. */
export class CatchUp {
  /** How it ended: at the end of the log, as another viewer, or with the subscription. */
  end: "caught up" | "moved" | "over" = "over";
  readonly #subscription: Subscription;
  readonly #config: CatchUpConfig;
  /** Positions of what was told, the last of which wait in the subscriber, too. */
  readonly #told = new Set<string>();

  constructor(subscription: Subscription, config: CatchUpConfig) {
    this.#subscription = subscription;
    this.#config = config;
  }

  /**
   * @throws HubError `UNAUTHENTICATED` once the client's token is no longer good; DatabaseAway where what an
   *   event needs stays away.
   */
  async *batches(after: string): AsyncGenerator<Batch> {
    const { follow, signal } = this.#subscription;
    const following = follow(anyoneLike(this.#config.viewer));
    const pauseFor = (pause: Promise<void>): Promise<void> => this.#config.turn.pauseFor(pause);
    for await (const event of completeEvents(following, { after, signal, pauseFor })) {
      if (await this.#hasMoved()) {
        this.end = "moved";
        return;
      }
      // What was being completed when the client went is told when it comes back.
      if (signal.aborted) return;
      if (event.position !== undefined) this.#remember(event.position);
      if (!isOpening(event)) {
        yield new Batch([new Delivery(following.show(event), event.position)]);
        continue;
      }
      this.end = "caught up";
      yield new Batch([new Delivery(undefined, event.position)]);
      return;
    }
  }

  /** What a subscriber gives, from the first that has not been told before; up to a position alone, all has. */
  newIn({ deliveries }: Batch): Batch | undefined {
    const at = deliveries.findIndex(
      ({ text, position }) => text !== undefined && !(position && this.#told.has(position)),
    );
    return at < 0 ? undefined : new Batch(deliveries.slice(at));
  }

  async #hasMoved(): Promise<boolean> {
    const { identityCache, subscriber, viewer } = this.#config;
    const mark = await identityCache.mark();
    if (mark === subscriber.mark) return false;
    const now = await identityCache.identify(subscriber.authorization, mark);
    if (fingerprintOf(now) !== fingerprintOf(viewer)) return true;
    subscriber.mark = mark;
    return false;
  }

  #remember(position: string): void {
    this.#told.add(position);
    if (this.#told.size <= REMEMBERED) return;
    for (const oldest of this.#told) {
      this.#told.delete(oldest);
      break;
    }
  }
}
