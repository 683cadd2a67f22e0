import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@alliance-hub/gateway/config";
import { migrateAll } from "@alliance-hub/gateway/database/database";
import { loadDemonstration } from "@alliance-hub/gateway/demonstration/demonstration";
import { createHub } from "@alliance-hub/gateway/hub";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import { demonstrationPeople } from "@alliance-hub/demonstration/people";
import { createLog } from "@alliance-hub/platform/log/log";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Asked, ask } from "./ask.ts";

/** A database with the demonstration alliance in it; made once in a test run, then copied. */
export const DEMONSTRATION: TestTemplate = {
  name: "template_demonstration",
  prepare: async (url) => {
    await using closing = new AsyncDisposableStack();
    const subgraphs = await createSubgraphs({
      databaseUrl: url,
      log: createLog({ level: "silent", name: "test" }),
    });
    for (const subgraph of subgraphs) closing.use(subgraph);
    await migrateAll(url, subgraphs, () => undefined);
    await loadDemonstration(subgraphs, { scale: 0, report: () => undefined });
  },
};

/** A whole hub for one test file, with the demonstration alliance in it. */
export interface TestHub extends AsyncDisposable {
  readonly url: string;
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  /** Sends an operation. @param as name of a demonstration person; anonymous if left out. */
  ask(query: string, variables?: object, as?: string): Promise<Asked>;
  /** @param lifetimeSeconds default an hour. */
  tokenOf(name: string, lifetimeSeconds?: number): Promise<string>;
}

/**
 * Starts a hub on a fresh copy of the demonstration alliance, on a free port.
 *
 * @param clock default: the system's.
 */
export async function startHub(
  environment: NodeJS.ProcessEnv = {},
  clock?: () => Date,
): Promise<TestHub> {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase(DEMONSTRATION));
  const dataDirectory = await mkdtemp(join(tmpdir(), "alliance-hub-data-"));
  starting.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "silent",
    HUB_LANGUAGE: "en",
    DATABASE_URL: database.url,
    HUB_DATA_DIR: dataDirectory,
    ...environment,
  });
  const hub = starting.use(await createHub(config, undefined, clock));
  const issuer = await openDemonstrationIssuer(dataDirectory);
  const running = starting.move();
  const tokenOf = (name: string, lifetimeSeconds?: number): Promise<string> => {
    const person = demonstrationPeople().find((candidate) => candidate.name === name);
    if (!person) throw new Error(`There is no demonstration person ${name}`);
    return issuer.token(person.subject, lifetimeSeconds);
  };
  return {
    url: hub.url,
    databaseUrl: database.url,
    dataDirectory,
    tokenOf,
    ask: async (query, variables, as) =>
      await ask(hub.url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await tokenOf(as) }),
      }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
