import { createServer } from "node:net";

/**
 * Ports of one worker of the run, so that two tests never take the same one between looking and listening. All
 * are below those that systems give to connections (IANA, RFC 6335 section 6, and Linux's `ip_local_port_range`
 * from 32768 on), which may be in use a moment after they were free.
 */
const FIRST = 12_000;
const WORKERS = 8;
const PER_WORKER = 2500;

const worker = Number(process.env["JEST_WORKER_ID"] ?? 0) % WORKERS;
let next = Math.floor(Math.random() * PER_WORKER);

/** A port that is free now. */
export async function freePort(): Promise<number> {
  return await freePortsInARow(1);
}

/**
 * The first of several ports in a row that are free now.
 *
 * @throws Error if there are none.
 */
export async function freePortsInARow(count: number): Promise<number> {
  for (let attempt = 0; attempt < PER_WORKER; attempt++) {
    if (next + count > PER_WORKER) next = 0;
    const first = FIRST + worker * PER_WORKER + next;
    next += count;
    const found = await Promise.all(
      Array.from({ length: count }, (_one, at) => isFree(first + at)),
    );
    if (found.every(Boolean)) return first;
  }
  throw new Error(`There are no ${count} free ports in a row.`);
}

/** Whether nobody listens on a port. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  const free = await listening;
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
