import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createLog } from "@alliance-hub/kit/log/log";
import { readConfig } from "../config.ts";
import { migrateAll, openDatabase } from "../database.ts";
import { loadDemonstration } from "../demonstration.ts";
import { openSecretsKey } from "../secrets-key.ts";
import { createSubgraphs } from "../subgraphs.ts";

/** Subgraph → its port; `SUBGRAPH_PORT` moves all four. */
const NAMES = ["organizations", "members", "resources", "activities"] as const;
const PARTS = [...NAMES.map((name) => `The subgraph ${name}`), "The gateway"];
const FIRST_PORT = Number(process.env["SUBGRAPH_PORT"] ?? 4001);

const config = readConfig(process.env);
const report = (step: string): void => console.log(`  ${step}`);
await using database = await openDatabase(config, report);
await prepare();

const secret = randomBytes(32).toString("base64url");
const secretsKey = await openSecretsKey(config, report);
const environment = {
  ...process.env,
  DATABASE_URL: database.url,
  HUB_GATEWAY_SECRET: secret,
  HUB_SECRETS_KEY: secretsKey ? Buffer.from(secretsKey).toString("base64") : "",
  HOST: "127.0.0.1",
};
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => stopping.abort(new Error(`Stopped by ${signal}`)));

const subgraphs = NAMES.map((name, i) =>
  start(`../../../subgraphs/${name}/dist/main.js`, {
    ...environment,
    PORT: String(FIRST_PORT + i),
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  }),
);
// However this ends, they end before the database does.
await using _subgraphs = { [Symbol.asyncDispose]: () => end(subgraphs) };
try {
  await Promise.all(subgraphs.map((child, i) => untilHealthy(child, i)));
  const addresses = NAMES.map((name, i) => `${name}=http://127.0.0.1:${FIRST_PORT + i}/graphql`);
  const gateway = start("../main.js", {
    ...environment,
    HOST: config.host,
    HUB_SUBGRAPHS: addresses.join(","),
  });
  // The gateway ends first: it lets its requests end, which need the subgraphs.
  await using _gateway = { [Symbol.asyncDispose]: () => end([gateway]) };
  const ended = [...subgraphs, gateway].map(async (child, i) => {
    await exitOf(child);
    const how = child.signalCode ?? `exit code ${child.exitCode}`;
    throw new Error(`${PARTS[i]} ended by itself (${how}), so all end.`);
  });
  await Promise.race([...ended, untilLost(), untilStopped()]);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function prepare(): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const made = await createSubgraphs({
    databaseUrl: database.url,
    log: createLog({ level: "warn", name: "split" }),
  });
  for (const subgraph of made) closing.use(subgraph);
  await migrateAll(database.url, made, report);
  if (!config.oidc) await loadDemonstration(made, { scale: 0, report });
}

function start(file: string, env: NodeJS.ProcessEnv): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [path], { env, stdio: ["ignore", "inherit", "inherit"] });
}

async function untilHealthy(child: ChildProcess, index: number): Promise<void> {
  const [name, port] = [NAMES[index], FIRST_PORT + index];
  for (let attempt = 0; attempt < 200; attempt++) {
    stopping.signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) break;
    // Whatever else may listen there need not answer.
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(1000)]);
    const up = await fetch(`http://127.0.0.1:${port}/health`, { signal }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return report(`Subgraph ${name}: listening on 127.0.0.1:${port}, process ${child.pid}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `The subgraph ${name} did not come up on port ${port}. Is the port in use? Set SUBGRAPH_PORT to another one.`,
  );
}

async function end(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map(exitOf));
}

async function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function untilLost(): Promise<void> {
  throw new Error(`${await database.lost}. All end; start them again.`);
}

async function untilStopped(): Promise<void> {
  const { signal } = stopping;
  if (!signal.aborted) await once(signal, "abort");
}
