import { HubError } from "@alliance-hub/kit/errors/hub-error";

/** Streams that are open at once, of one client and of all. */
const MOST_OF_ONE = 100;
const MOST_OF_ALL = 20_000;

/** Counts the streams that are open. */
export interface Places {
  /**
   * Takes a place, until it is disposed of.
   *
   * @param client whoever it is: a token, or an address.
   * @throws HubError `RATE_LIMITED`.
   */
  take(client: string): Disposable;
}

/** All free. */
export function createPlaces(): Places {
  const open = new Map<string, number>();
  let all = 0;
  return {
    take: (client) => {
      const own = open.get(client) ?? 0;
      if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) {
        const who = own >= MOST_OF_ONE ? `You have ${own}` : `The hub has ${all}`;
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
