import { createRequire } from "node:module";
import type { Pool as PoolClass } from "undici";

/**
 * undici's pool without the rest of undici: its entry also loads `fetch`, caches and a decompressor
 * that Node has since 22.15 only, of which a gateway needs none.
 */
const Pool = createRequire(import.meta.url)("undici/lib/dispatcher/pool.js") as typeof PoolClass;

/** Connections to one subgraph at most; further requests wait for one of them. */
const CONNECTIONS = 64;

/** How long a connection may take to open, in milliseconds. */
const CONNECT_TIMEOUT_MS = 5000;

/** How long a subgraph may send nothing, before and within its answer, in milliseconds. */
const SILENCE_MS = 30_000;

/** How long an unused connection is kept, in milliseconds; less than servers do by habit. */
const KEEP_ALIVE_MS = 4000;

/** Kept-alive connections to one server. @param maxResponseBytes longest answer that is read. */
export function createPool(origin: string, maxResponseBytes: number): PoolClass {
  return new Pool(origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: maxResponseBytes,
    allowH2: false,
  });
}
