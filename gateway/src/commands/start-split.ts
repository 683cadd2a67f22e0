import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createLog } from "@alliance-hub/kit/log/log";
import { readConfig } from "../config.ts";
import { migrateAll, openDatabase } from "../database.ts";
import { loadDemonstration } from "../demonstration.ts";
import { openSecretsKey } from "../secrets-key.ts";
import { createSubgraphs } from "../subgraphs.ts";

/** Subgraph → its port; `SUBGRAPH_PORT` moves all four. */
const NAMES = ["organizations", "members", "resources", "activities"] as const;
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
const children: ChildProcess[] = NAMES.map((name, i) =>
  start(`../../../subgraphs/${name}/dist/main.js`, {
    ...environment,
    PORT: String(FIRST_PORT + i),
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  }),
);
const addresses = NAMES.map((name, i) => `${name}=http://127.0.0.1:${FIRST_PORT + i}/graphql`);
await Promise.all(NAMES.map((name, i) => untilHealthy(name, FIRST_PORT + i)));
children.push(
  start("../main.js", { ...environment, HOST: config.host, HUB_SUBGRAPHS: addresses.join(",") }),
);

const ended = children.map(
  (child) => new Promise<void>((resolve) => child.once("exit", () => resolve())),
);
const stop = (): void => {
  // The gateway first: it lets its requests end, which need the subgraphs.
  children.at(-1)?.kill("SIGTERM");
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
await Promise.race(ended);
stop();
await ended.at(-1);
for (const child of children) child.kill("SIGTERM");
await Promise.all(ended);

async function prepare(): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const subgraphs = await createSubgraphs({
    databaseUrl: database.url,
    log: createLog({ level: "warn", name: "split" }),
  });
  for (const subgraph of subgraphs) closing.use(subgraph);
  await migrateAll(database.url, subgraphs, report);
  if (!config.oidc) await loadDemonstration(subgraphs, { scale: 0, report });
}

function start(file: string, env: NodeJS.ProcessEnv): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [path], { env, stdio: ["ignore", "inherit", "inherit"] });
}

async function untilHealthy(name: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return report(`Subgraph ${name}: listening on 127.0.0.1:${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `The subgraph ${name} did not come up on port ${port}. Is the port in use? Set SUBGRAPH_PORT to another one.`,
  );
}
