import { isDeepStrictEqual } from "node:util";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import { GraphQLError } from "graphql";
import type { EngineContext, EventResult, PreparedOperation } from "../engine/engine.ts";

/** One subscription of one client. */
export interface Subscription {
  readonly prepared: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly viewer: Viewer;
  /** Asks anew who the client is. @throws HubError `UNAUTHENTICATED` once the token is no longer good. */
  readonly identify: () => Promise<Viewer>;
  /** Position behind which the client goes on; undefined at its first time. */
  readonly resumeAfter: string | undefined;
  readonly context: Omit<EngineContext, "viewer" | "resumeAfter">;
}

/**
 * What a client is told. Before each event it is asked anew who the client is: one whose standing has
 * changed goes on as whoever it is now, from where it was, and what it may no longer see is not sent.
 */
export async function* follow(subscription: Subscription): AsyncGenerator<EventResult> {
  const { prepared, variables, identify, context } = subscription;
  let { viewer, resumeAfter } = subscription;
  for (;;) {
    const ending = new AbortController();
    const signal = AbortSignal.any([context.signal, ending.signal]);
    const events = prepared.subscribe(variables, {
      ...context,
      signal,
      viewer,
      ...(resumeAfter === undefined ? {} : { resumeAfter }),
    });
    let hasChanged = false;
    try {
      for await (const event of events) {
        const now = viewer.kind === "ANONYMOUS" ? viewer : await identify();
        hasChanged = !isDeepStrictEqual(now, viewer);
        if (hasChanged) {
          viewer = now;
          break;
        }
        resumeAfter = event.position ?? resumeAfter;
        yield event;
      }
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      yield { errors: [error] };
      return;
    } finally {
      ending.abort();
    }
    if (!hasChanged || context.signal.aborted) return;
    if (resumeAfter === undefined) {
      yield { errors: [outOfDate()] };
      return;
    }
  }
}

function outOfDate(): GraphQLError {
  return new HubError(
    "RESYNC_REQUIRED",
    "What you may see has changed before the first update came. Subscribe anew.",
  );
}
