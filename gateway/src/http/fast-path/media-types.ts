import { LRUCache } from "lru-cache";

/** The media type of an answer, by the `Accept` header it was negotiated for. */
export interface NegotiatedTypes {
  find(accept: string | undefined): string | undefined;
  learn(accept: string | undefined, contentType: unknown): void;
}

/** Clients are of few kinds, and each sends the same header always. */
const MAX_HEADERS = 100;
const LONGEST_HEADER = 300;

/** Remembers what Apollo's negotiation came to, so that it is done once for each header. */
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
