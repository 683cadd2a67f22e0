import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import type { Identify } from "./identity.ts";

/**
 * The same within the time of a request, whatever its sources do.
 *
 * @throws DatabaseAway from the returned function when the time is over.
 */
export function identifyWithin(identify: Identify, timeMs: number): Identify {
  return (authorization) => {
    const found = identify(authorization);
    if (!(found instanceof Promise)) return found;
    return new Promise((resolve, reject) => {
      const late = (): void =>
        reject(new DatabaseAway({ fault: "did not say in time who is asking" }));
      const timer = setTimeout(late, timeMs);
      found.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };
}
