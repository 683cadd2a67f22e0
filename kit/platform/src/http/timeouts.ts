/** How long a client may take for the headers of a request, in milliseconds. */
export const HEADERS_WITHIN_MS = 10_000;
/** How long a client may take for a whole request, in milliseconds. */
export const REQUEST_WITHIN_MS = 30_000;
/**
 * How often Node.js looks for clients that take longer, in milliseconds; its default is only twice a minute.
 */
const LOOK_EVERY_MS = 1000;
/** How long an idle connection stays open, in milliseconds: longer than load balancers keep theirs. */
const KEEP_ALIVE_MS = 72_000;

/**
 * Fastify options of every HTTP server of the product. The time for headers is set because Node.js exchanges
 * the two limits if the limit for headers is the longer one. With 30 s for a request and the default of 60 s
 * for headers, half a request could last up to 90 s.
 */
export const SERVER_TIMEOUTS = {
  http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: LOOK_EVERY_MS },
  requestTimeout: REQUEST_WITHIN_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
} as const;
