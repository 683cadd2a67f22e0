import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Server } from "./database-url.ts";

/** Maximum time for one server to say whether it accepts writes, in milliseconds. */
const ANSWER_WITHIN_MS = 3000;

/**
 * How long to wait for an earlier server in the list when a later one has said that it accepts writes, in
 * milliseconds.
 */
const GRACE_MS = 500;

/** None of several servers accepts writes now. The code is PostgreSQL's for "cannot connect". */
export class NoServerError extends Error {
  override readonly name = "NoServerError";
  readonly code = "08001";
  /** What each server answered, in their order: a code, or undefined where it has none. */
  readonly codes: readonly (string | undefined)[];

  constructor(message: string, codes: readonly (string | undefined)[]) {
    super(message);
    this.codes = codes;
  }
}

/** Why the hub cannot use a server. */
interface Reason {
  readonly words: string;
  readonly code?: string | undefined;
}

/** The server that this process used last, by the address of the database: all its connections go to one. */
const last = new Map<string, Server>();
const underWay = new Map<string, Promise<Server>>();

/**
 * Finds the server that accepts writes. It asks all at once. If several accept writes, it takes the one that
 * this process used last, or else the first one. So if two servers were promoted by mistake, they do not each
 * get a part of the changes. Callers that ask at the same time share one answer (single flight).
 *
 * @param key the key under which the server is remembered, such as the address of the database.
 * @param config login and database; host and port are set here.
 * @throws NoServerError that says for each server why the hub cannot use it.
 */
export async function chooseServer(
  key: string,
  servers: readonly Server[],
  config: pg.ClientConfig,
): Promise<Server> {
  const known = underWay.get(key);
  if (known) return await known;
  const choosing = choose(inOrder(servers, last.get(key)), config);
  underWay.set(key, choosing);
  try {
    const server = await choosing;
    last.set(key, server);
    return server;
  } finally {
    underWay.delete(key);
  }
}

function inOrder(servers: readonly Server[], first: Server | undefined): readonly Server[] {
  return first ? [first, ...servers.filter((server) => server !== first)] : servers;
}

async function choose(servers: readonly Server[], config: pg.ClientConfig): Promise<Server> {
  const asked = servers.map((server) => reasonAgainst(server, config));
  const oneWill = Promise.any(
    asked.map(async (answer) => {
      if ((await answer) !== undefined) throw new Error("it will not do");
    }),
  );
  const graceOver = oneWill.then(
    () => wait<Reason>(GRACE_MS, { words: "no answer yet" }, { ref: false }),
    () => new Promise<Reason>(() => undefined),
  );
  const reasons: Reason[] = [];
  for (const [i, server] of servers.entries()) {
    const reason = await Promise.race([asked[i], graceOver]);
    if (reason === undefined) return server;
    const { words, code } = reason;
    reasons.push({ words: `${server.host}:${server.port} ${words}`, code });
  }
  throw new NoServerError(
    `No server of DATABASE_URL accepts writes: ${reasons.map(({ words }) => words).join("; ")}.`,
    reasons.map(({ code }) => code),
  );
}

/** Why the hub cannot use a server; undefined if it accepts writes. */
async function reasonAgainst(server: Server, config: pg.ClientConfig): Promise<Reason | undefined> {
  const client = new pg.Client({
    ...config,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    application_name: "alliance-hub choose server",
  });
  client.on("error", () => undefined);
  Object.assign(client, server);
  try {
    await client.connect();
    const { rows } = await client.query("show transaction_read_only");
    return rows[0]?.transaction_read_only === "off" ? undefined : { words: "only reads" };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { words, code: error instanceof pg.DatabaseError ? error.code : undefined };
  } finally {
    client.end().catch(() => undefined);
  }
}
