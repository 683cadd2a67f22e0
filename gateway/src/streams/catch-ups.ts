import { CatchUp, type CatchUpConfig, type CatchUpRequest } from "./catch-up.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** The catch-ups of a hub. */
export interface CatchUps {
  /** The catch-up that can still be joined for a request. The first subscriber makes it. */
  find(request: CatchUpRequest): CatchUp;
}

/** None. */
export function createCatchUps(config: CatchUpConfig): CatchUps {
  const waiting = new Map<string, CatchUp>();
  return {
    find: (request) => {
      // If it is not known when it ends, each subscriber has its own.
      if (!request.isResumable) return new CatchUp(request, config);
      const { after, requestKey, viewer } = request;
      const key = `${after.length}:${after}${requestKey}${fingerprintOf(viewer)}`;
      let found = waiting.get(key);
      if (!found) {
        const made = new CatchUp(request, config);
        waiting.set(key, (found = made));
        made.closed.addEventListener("abort", () => waiting.delete(key), { once: true });
      }
      return found;
    },
  };
}
