import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { randomBytes } from "node:crypto";
import { createLog } from "@alliance-hub/platform/log/log";
import { toldToStop } from "@alliance-hub/platform/process/told-to-stop";
import { readConfig } from "../config.ts";
import { type HubDatabase, migrateAll, openDatabase } from "../database/database.ts";
import { loadDemonstration } from "../demonstration/demonstration.ts";
import { openSecretsKey } from "../database/secrets-key.ts";
import { createSubgraphs } from "../subgraphs.ts";
import { CommandError, runCommand } from "./command.ts";
import { type Part, startPart } from "./part.ts";

/** In the order of their ports, from `SUBGRAPH_PORT` on. */
const NAMES = SUBGRAPH_NAMES;

const report = (step: string): void => console.log(`  ${step}`);

await runCommand(async (closing) => {
  const config = readConfig(process.env);
  const { firstPort, logLevel } = config.split;
  const database = closing.use(await openDatabase(config, report));
  await prepare(database, config.oidc === undefined);

  const stopped = toldToStop();
  const secretsKey = await openSecretsKey(config, report);
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    HUB_GATEWAY_SECRET: config.gatewaySecret ?? randomBytes(32).toString("base64url"),
    HUB_SECRETS_KEY: secretsKey ? Buffer.from(secretsKey).toString("base64") : "",
  };
  const started = NAMES.map((name, i) =>
    startPart(`../../../subgraphs/${name}/dist/main.js`, {
      name: `The subgraph ${name}`,
      environment: {
        ...environment,
        HOST: "127.0.0.1",
        PORT: String(firstPort + i),
        // Only for the gateway. Each subgraph has its metrics on its own port, which only this machine can
        // reach.
        HUB_METRICS_PORT: "",
        LOG_LEVEL: logLevel,
      },
    }),
  );
  // In every case they end before the database.
  closing.defer(async () => void (await Promise.all(started.map((part) => part.end()))));
  const listening = Promise.all(started.map((part, i) => untilListening(part, firstPort + i)));
  if (await isStoppedBefore(listening, stopped)) return;

  const addresses = NAMES.map((name, i) => `${name}=http://127.0.0.1:${firstPort + i}/graphql`);
  // The gateway ends first: it finishes its requests, which need the subgraphs.
  const gateway = startPart("../main.js", {
    name: "The gateway",
    environment: { ...environment, HOST: config.host, HUB_SUBGRAPHS: addresses.join(",") },
  });
  closing.defer(() => gateway.end());
  const ended = [...started, gateway].map(async (part) => {
    throw new CommandError(
      `${part.name} ended by itself (${await part.ended}), so all processes stop.`,
    );
  });
  await Promise.race([...ended, untilLost(database), stopped]);
});

async function prepare(database: HubDatabase, isDemonstration: boolean): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const made = await createSubgraphs({
    databaseUrl: database.url,
    log: createLog({ level: "warn", name: "split" }),
  });
  for (const subgraph of made) closing.use(subgraph);
  await migrateAll(database.url, made, report);
  if (isDemonstration) await loadDemonstration(made, { scale: 0, report });
}

async function untilListening(part: Part, port: number): Promise<void> {
  if (!(await part.untilHealthy(`http://127.0.0.1:${port}/health`)))
    throw new CommandError(
      `${part.name} did not start on port ${port} (${await part.ended}); the reason is above. SUBGRAPH_PORT changes all four ports.`,
    );
  report(`${part.name.replace("The s", "S")}: listening on 127.0.0.1:${port}, process ${part.pid}`);
}

async function isStoppedBefore(listening: Promise<unknown>, stopped: Promise<unknown>) {
  return await Promise.race([listening.then(() => false), stopped.then(() => true)]);
}

async function untilLost(database: HubDatabase): Promise<never> {
  throw new CommandError(`${await database.lost}. All processes stop; start them again.`);
}
