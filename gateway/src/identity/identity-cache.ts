import { joinNext } from "@alliance-hub/platform/cache/single-flight";
import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { bulkhead } from "cockatiel";
import { LRUCache } from "lru-cache";
import type { Identify } from "./identity.ts";
import { isUnauthenticated } from "./unauthenticated.ts";

/** The source of standings, which may change while a client is connected. */
export interface Standings {
  /** The revision of the standings: it changes whenever a record changes from which standings follow. */
  readonly readRevision: () => Promise<string>;
  /** Calls back soon after. */
  readonly watch: (changed: () => void) => Promise<AsyncDisposable>;
}

/** Who clients are, for as long as they stay connected. */
export interface IdentityCache {
  /** Reads the revision of the standings, which changes whenever a record changes from which standings follow. */
  revision(): Promise<string>;
  /**
   * Who a client is, by the records at the time when the revision was read, or later.
   *
   * @throws HubError `UNAUTHENTICATED` once its token or key is no longer valid; DatabaseAway if this cannot be
   * checked now.
   */
  identify(authorization: string | undefined, revision: string): Promise<Viewer>;
}

/** How many clients' standings are remembered. */
const REMEMBERED = 20_000;

/**
 * How many clients are identified at once. One change may concern all connected clients, and clients that send
 * requests in the meantime share the same database connections.
 */
const AT_ONCE = 4;

/**
 * Remembers who clients are until a record changes from which standings follow.
 *
 * @param readRevision reads the revision. If left out, standings never change.
 */
export function createIdentityCache(
  identify: Identify,
  readRevision: () => Promise<string> = async () => "",
): IdentityCache {
  const known = new LRUCache<
    string,
    { readonly revision: string; readonly viewer: Promise<Viewer> }
  >({
    max: REMEMBERED,
  });
  const turns = bulkhead(AT_ONCE, Infinity);
  const flight = joinNext<string>();
  return {
    revision: () => flight("revision", readRevision),
    identify: (authorization, revision) => {
      const key = authorization ?? "";
      const remembered = known.get(key);
      if (remembered?.revision === revision) return remembered.viewer;
      const viewer = turns.execute(() => identify(authorization)).catch(asAway);
      known.set(key, { revision, viewer });
      viewer.catch((error: unknown) => {
        // An invalid token stays invalid. Other failures are tried again.
        if (known.get(key)?.viewer === viewer && !isUnauthenticated(error)) known.delete(key);
      });
      return viewer;
    },
  };
}

/**
 * If the sign-in service is unavailable, the token is not invalid. As with an unavailable database, the client
 * reconnects.
 */
function asAway(error: unknown): never {
  if (error instanceof HubError && error.code === "SUBGRAPH_UNAVAILABLE")
    throw new DatabaseAway({ fault: "is not asked: the sign-in cannot be reached" }, error);
  throw error;
}
