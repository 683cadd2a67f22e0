import { CatchUp, type CatchUpConfig, type CatchUpRequest } from "./catch-up.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** The catch-ups of a hub. */
export interface CatchUps {
  /** The catch-up that can still be joined for a request; the first who asks makes it. */
  find(request: CatchUpRequest): CatchUp;
}

/** None. */
export function createCatchUps(config: CatchUpConfig): CatchUps {
  const waiting = new Map<string, CatchUp>();
  return {
    find: (request) => {
      // Where nobody knows when it ends, each is for one alone.
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
