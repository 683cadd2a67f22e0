import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { type Asked, ask } from "./ask.ts";
import { DEMONSTRATION } from "./hub.ts";
import { person } from "./people.ts";
import { freePort, freePortsInARow, temporaryFolder, untilReady } from "./process.ts";

const SPLIT = fileURLToPath(
  new URL("../../../gateway/dist/commands/start-split.js", import.meta.url),
);

/** A hub as five processes, on a fresh copy of the demonstration alliance. */
export interface SplitHub extends AsyncDisposable {
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything the five have written, on both channels. */
  output(): string;
  ask(query: string, variables?: object, as?: string): Promise<Asked>;
}

/** Starts the five processes and waits until they answer. */
export async function startSplit(environment: NodeJS.ProcessEnv = {}): Promise<SplitHub> {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase(DEMONSTRATION));
  const folder = starting.use(await temporaryFolder());
  const [port, subgraphPort] = [await freePort(), await freePortsInARow(4)];
  const child = spawn(process.execPath, [SPLIT], {
    env: {
      ...process.env,
      PORT: String(port),
      SUBGRAPH_PORT: String(subgraphPort),
      DATABASE_URL: database.url,
      HUB_DATA_DIR: folder.path,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const channel of [child.stdout, child.stderr])
    channel.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  starting.defer(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const issuer = await openDemonstrationIssuer(folder.path);
  const running = starting.move();
  return {
    url,
    databaseUrl: database.url,
    output: () => output,
    ask: async (query, variables, as) =>
      await ask(url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await issuer.token(person(as).subject) }),
      }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
