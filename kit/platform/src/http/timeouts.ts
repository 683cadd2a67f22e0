/** How long a client may take for the headers of a request, in milliseconds. */
export const HEADERS_WITHIN_MS = 10_000;
/** How long a client may take for a whole request, in milliseconds. */
export const REQUEST_WITHIN_MS = 30_000;
/** How often Node.js looks for clients that took longer, in milliseconds; by default only twice a minute. */
const LOOK_EVERY_MS = 1000;
/** How long a connection on which nothing happens stays open, in milliseconds: longer than balancers keep theirs. */
const KEEP_ALIVE_MS = 72_000;

/**
 * What every HTTP server of the product is made with, as options of Fastify. The time for headers is set
 * because Node.js exchanges the two limits where that for headers is the longer one: 30 s for a request
 * and the default of 60 s for headers let half a request last up to 90 s.
 */
export const SERVER_TIMEOUTS = {
  http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: LOOK_EVERY_MS },
  requestTimeout: REQUEST_WITHIN_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
} as const;
