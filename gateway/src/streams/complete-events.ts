import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { EngineContext, EventResult, PreparedOperation } from "../engine/engine.ts";
import { AwayHold, LONGEST_AWAY_MS } from "./away-hold.ts";

/** A subscription, and the viewer for which its events are completed. */
export interface FollowedOperation {
  /** The operation on the current supergraph. @throws GraphQLError if it is no longer valid. */
  readonly prepare: () => Promise<PreparedOperation>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Everything about the client that an answer may depend on. */
  readonly viewer: Viewer;
  /** Whether it can continue after a position. */
  readonly isResumable: boolean;
  readonly context: Omit<EngineContext, "viewer" | "resumeAfter" | "signal">;
}

/** Which events of a subscription, and until when. */
export interface EventsConfig {
  /** Position after which they begin. Undefined: from now on. */
  readonly after: string | undefined;
  readonly signal: AbortSignal;
  /**
   * Maximum time to wait for an event while something that it needs is unavailable, in milliseconds. Default
   * 30,000.
   */
  readonly longestAwayMs?: number;
  /** Waits for a pause in which nothing is read. Default: no such pause. */
  readonly pauseFor?: (pause: Promise<void>) => Promise<void>;
}

/**
 * The events of a subscription, each complete. If something was unavailable or full at that moment, so that an
 * event lacks data, the event is read and completed again until everything answers. Only if a subscription
 * cannot continue after a position, such an event is returned as it is.
 *
 * @throws DatabaseAway before an event that took too long; and whatever `prepare` throws.
 */
export async function* completeEvents(
  followed: FollowedOperation,
  { after, signal, longestAwayMs = LONGEST_AWAY_MS, pauseFor = (pause) => pause }: EventsConfig,
): AsyncGenerator<EventResult> {
  using hold = new AwayHold(longestAwayMs);
  const until = AbortSignal.any([signal, hold.over]);
  for (let position = after; !signal.aborted;) {
    let isAway = false;
    for await (const event of readEvents(followed, position, until)) {
      isAway = followed.isResumable && event.isAway === true;
      if (isAway) break;
      hold.end();
      position = event.position ?? position;
      yield event;
    }
    if (!isAway && !hold.over.aborted) return;
    await pauseFor(hold.pause(signal));
  }
}

/** Reads events until the signal fires, or the reader wants no more. */
async function* readEvents(
  { prepare, variables, viewer, context, isResumable }: FollowedOperation,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<EventResult> {
  const ending = new AbortController();
  try {
    yield* (await prepare()).subscribe(variables, {
      ...context,
      viewer,
      signal: AbortSignal.any([signal, ending.signal]),
      ...(isResumable || after !== undefined ? { resumeAfter: after ?? null } : {}),
    });
  } finally {
    ending.abort();
  }
}
