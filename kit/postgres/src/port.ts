import { createServer } from "node:net";
import { once } from "node:events";
import { ClusterError, codeOf } from "./cluster-error.ts";
import { readTrimmed, writePrivate } from "./private-file.ts";

/** The only address that PostgreSQL listens on. */
export const LOOPBACK = "127.0.0.1";

/** The port of the last start, kept so that a developer's other tools keep finding the database. */
export async function recallPort(path: string): Promise<number | undefined> {
  const port = Number(await readTrimmed(path));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** Keeps the port for the next start. */
export async function rememberPort(path: string, port: number): Promise<void> {
  if ((await recallPort(path)) !== port) await writePrivate(path, `${port}\n`);
}

/** The requested port if it is free, otherwise a port that the system chooses. */
export async function pickPort(wished: number | undefined): Promise<number> {
  return (wished !== undefined && (await tryPort(wished))) || (await tryPort(0)) || noPort();
}

/** @throws ClusterError when somebody listens on the port, or this user may not */
export async function requireFree(port: number): Promise<void> {
  if (!(await tryPort(port))) throw portInUse(port);
}

export function portInUse(port: number): ClusterError {
  return new ClusterError(
    `port ${port} on ${LOOPBACK}, requested for the hub's PostgreSQL, is in use or not allowed; ` +
      "stop what listens there, ask for another port, or leave it to the hub to choose one",
  );
}

function noPort(): never {
  throw new ClusterError(
    `no free port on ${LOOPBACK} for the hub's PostgreSQL; free some, or set DATABASE_URL`,
  );
}

/** Listens for a moment. The number listened on, or undefined when that is refused. */
async function tryPort(port: number): Promise<number | undefined> {
  await using server = createServer();
  try {
    server.listen(port, LOOPBACK);
    await once(server, "listening");
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE" || codeOf(error) === "EACCES") return undefined;
    throw error;
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : undefined;
}
