import { LRUCache } from "lru-cache";

/** The media type of an answer, by the `Accept` header it was negotiated for. */
export interface NegotiatedTypes {
  find(accept: string | undefined): string | undefined;
  learn(accept: string | undefined, contentType: unknown): void;
}

/** There are few kinds of clients, and each always sends the same header. */
const MAX_HEADERS = 100;
const LONGEST_HEADER = 300;

/** Remembers the result of Apollo's negotiation, so that it is done once for each header. */
export function createNegotiatedTypes(): NegotiatedTypes {
  const types = new LRUCache<string, string>({ max: MAX_HEADERS });
  return {
    find: (accept = "") => types.get(accept),
    learn: (accept = "", contentType) => {
      if (typeof contentType === "string" && accept.length <= LONGEST_HEADER) {
        types.set(accept, contentType);
      }
    },
  };
}
