import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { EngineContext, EventResult, PreparedOperation } from "../engine/engine.ts";
import { AwayHold, LONGEST_AWAY_MS } from "./away-hold.ts";

/** A subscription, and for whom its events are completed. */
export interface FollowedOperation {
  /** The operation on the supergraph now in service. @throws GraphQLError if it no longer validates. */
  readonly prepare: () => Promise<PreparedOperation>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Everything of who asks that an answer may depend on. */
  readonly viewer: Viewer;
  /** Whether it can be taken up again after a position. */
  readonly isResumable: boolean;
  readonly context: Omit<EngineContext, "viewer" | "resumeAfter" | "signal">;
}

/** Which events of a subscription, and until when. */
export interface EventsConfig {
  /** Position after which they begin. Undefined: from now on. */
  readonly after: string | undefined;
  readonly signal: AbortSignal;
  /** Longest that an event is waited for while something that it needs is away, in milliseconds. Default 30,000. */
  readonly longestAwayMs?: number;
  /** Waits for a pause in which nothing is read. Default: as it comes. */
  readonly pauseFor?: (pause: Promise<void>) => Promise<void>;
}

/**
 * The events of a subscription, each with all that can be known of it. An event that lacks what was away or
 * full at that moment is not given: it is read and completed again, until everything answers. Only where a
 * subscription cannot be taken up again, such an event is given as it is.
 *
 * @throws DatabaseAway before the event that has been waited for too long; and whatever `prepare` throws.
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

/** Reads events until the signal fires, or no more are taken. */
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
