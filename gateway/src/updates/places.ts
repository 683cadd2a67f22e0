import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { StreamLimits } from "../stream-limits.ts";

/** Counts the streams that are open. */
export interface Places {
  /** How many there are now. */
  readonly taken: number;
  /**
   * Takes a place, until it is disposed of.
   *
   * @param client whoever it is: a viewer, or an address.
   * @throws HubError `RATE_LIMITED`.
   */
  take(client: string): Disposable;
}

/** All free. */
export function createPlaces({
  perViewer,
  perHub,
}: Pick<StreamLimits, "perViewer" | "perHub">): Places {
  const open = new Map<string, number>();
  let all = 0;
  return {
    get taken() {
      return all;
    },
    take: (client) => {
      const own = open.get(client) ?? 0;
      if (own >= perViewer || all >= perHub) {
        const who = own >= perViewer ? `You have ${own}` : `The hub has ${all}`;
        throw new HubError(
          "RATE_LIMITED",
          `${who} streams open, the most there may be. Close one, or try again later.`,
        );
      }
      open.set(client, own + 1);
      all += 1;
      return {
        [Symbol.dispose]: () => {
          const left = (open.get(client) ?? 1) - 1;
          if (left > 0) open.set(client, left);
          else open.delete(client);
          all -= 1;
        },
      };
    },
  };
}
