import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Asked, ask } from "./ask.ts";
import { DEMONSTRATION } from "./hub.ts";
import { person } from "./people.ts";
import { freePort, freePortsInARow } from "./ports.ts";
import { type ProductProcess, startProduct } from "./product-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The gateway and the four subgraphs as five processes, on a fresh copy of the demonstration alliance. */
export interface SplitHub extends AsyncDisposable {
  /** What started the five. */
  readonly process: ProductProcess;
  /** Where the gateway is to listen. */
  readonly url: string;
  /** Where the subgraphs are to listen: the first of four ports in a row. */
  readonly subgraphPort: number;
  readonly databaseUrl: string;
  ask(query: string, variables?: object, as?: string): Promise<Asked>;
}

/** Starts the five processes and waits until they answer. */
export async function startSplit(environment: NodeJS.ProcessEnv = {}): Promise<SplitHub> {
  await using starting = new AsyncDisposableStack();
  const hub = starting.use(await beginSplit(environment));
  await hub.process.untilReady(hub.url);
  const running = starting.move();
  return { ...hub, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Starts the five processes. */
export async function beginSplit(environment: NodeJS.ProcessEnv = {}): Promise<SplitHub> {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase(DEMONSTRATION));
  const folder = starting.use(await temporaryFolder());
  const issuer = await openDemonstrationIssuer(folder.path);
  const port = await freePort();
  const settings = {
    PORT: String(port),
    SUBGRAPH_PORT: String(await freePortsInARow(4)),
    DATABASE_URL: database.url,
    HUB_DATA_DIR: folder.path,
    LOG_LEVEL: "silent",
    ...environment,
  };
  const process = starting.use(startProduct("commands/start-split.js", { environment: settings }));
  const url = `http://127.0.0.1:${port}`;
  const running = starting.move();
  return {
    process,
    url,
    subgraphPort: Number(settings.SUBGRAPH_PORT),
    databaseUrl: database.url,
    ask: async (query, variables, as) =>
      await ask(url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await issuer.token(person(as).subject) }),
      }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
