import { BoundedClient, type BoundedClientConfig } from "./bounded-client.ts";

/** Maximum time for a probe of a silent database to connect, and then to ask, in milliseconds. */
const PROBE_MS = 3000;

/**
 * Asks the database whether it is there, on a connection that is made for that alone.
 *
 * @param open clients that may still hold a socket: the probe's is among them while it may.
 * @throws Error if it does not answer.
 */
export async function probe(connect: BoundedClientConfig, open: Set<BoundedClient>): Promise<void> {
  const limits = { connectLimitMs: PROBE_MS, statementLimitMs: PROBE_MS };
  const client = new BoundedClient({ ...connect, ...limits });
  open.add(client);
  try {
    await client.connect();
    await (client.query("select") as Promise<unknown>);
  } finally {
    client.end().catch(() => undefined);
    open.delete(client);
  }
}
