import { joinNext } from "@alliance-hub/platform/cache/single-flight";
import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { bulkhead } from "cockatiel";
import { LRUCache } from "lru-cache";
import type { Identify } from "./identity.ts";
import { isUnauthenticated } from "./unauthenticated.ts";

/** Where standings follow from records, and may change while somebody is connected. */
export interface Standings {
  /** Is another one once such a record has changed. */
  readonly readMark: () => Promise<string>;
  /** Calls back soon after. */
  readonly watch: (changed: () => void) => Promise<AsyncDisposable>;
}

/** Who clients are for as long as they stay connected. */
export interface IdentityCache {
  /** Is another one once a record has changed that standings follow from; as of now, not as they were. */
  mark(): Promise<string>;
  /**
   * Who a client is, by the records as they were when the mark was read, or later.
   *
   * @throws HubError `UNAUTHENTICATED` once its token or key is no longer good; DatabaseAway where that cannot
   *   be found out now.
   */
  identify(authorization: string | undefined, mark: string): Promise<Viewer>;
}

/** Clients whose standing is remembered. */
const REMEMBERED = 20_000;

/**
 * Clients that are identified at once. One change may concern all who are connected, and those who send
 * requests meanwhile share the same connections to the database.
 */
const AT_ONCE = 4;

/**
 * Remembers who clients are while nothing changes that it follows from.
 *
 * @param readMark reads the mark. Left out: there is nothing that standings follow from.
 */
export function createIdentityCache(
  identify: Identify,
  readMark: () => Promise<string> = async () => "",
): IdentityCache {
  const known = new LRUCache<string, { readonly mark: string; readonly viewer: Promise<Viewer> }>({
    max: REMEMBERED,
  });
  const turns = bulkhead(AT_ONCE, Infinity);
  const flight = joinNext<string>();
  return {
    mark: () => flight("mark", readMark),
    identify: (authorization, mark) => {
      const key = authorization ?? "";
      const remembered = known.get(key);
      if (remembered?.mark === mark) return remembered.viewer;
      const viewer = turns.execute(() => identify(authorization)).catch(asAway);
      known.set(key, { mark, viewer });
      viewer.catch((error: unknown) => {
        // A token that is not good stays so; what failed otherwise is tried again.
        if (known.get(key)?.viewer === viewer && !isUnauthenticated(error)) known.delete(key);
      });
      return viewer;
    },
  };
}

/** A sign-in that is away ends no stream: as with a database that is, the client comes back. */
function asAway(error: unknown): never {
  if (error instanceof HubError && error.code === "SUBGRAPH_UNAVAILABLE")
    throw new DatabaseAway({ fault: "is not asked: the sign-in cannot be reached" }, error);
  throw error;
}
