import { databaseUrlFault } from "../database/database-url.ts";
import { DATABASE_WAIT_SECONDS, MOST_WAIT_SECONDS } from "../database/await-database.ts";
import { StartError } from "../errors/start-error.ts";
import { readSecretsKey } from "../webhooks/secret.ts";
import { type TraceSettings, readTraceSettings } from "../trace/otlp/settings.ts";
import type { WebhookSettings } from "../webhooks/settings.ts";

/** Settings of a subgraph that runs by itself. */
export interface ServeSettings {
  readonly databaseUrl: string;
  /** How long the start waits for the database, in seconds. */
  readonly databaseWaitSeconds: number;
  /** Most connections kept open to the database. */
  readonly poolSize: number;
  readonly gatewaySecret: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  /** Where figures are served by themselves; undefined serves them beside everything else. */
  readonly metricsPort: number | undefined;
  /** Where traces are sent; undefined traces nothing. */
  readonly traces: TraceSettings | undefined;
  /** For the subgraph that sends them. */
  readonly webhooks: WebhookSettings;
  readonly updatesKeepDays: number;
}

/** Fewest characters of the secret that gateway and subgraphs share. */
const MIN_SECRET_LENGTH = 32;

/**
 * Reads the settings of one subgraph.
 *
 * @throws StartError that names every fault at once.
 */
export function readServeSettings(env: NodeJS.ProcessEnv, defaultPort: number): ServeSettings {
  const faults: string[] = [];
  const databaseUrl = env["DATABASE_URL"] ?? "";
  if (databaseUrl === "")
    faults.push("DATABASE_URL is not set; give the connection string of PostgreSQL 15 or newer.");
  const databaseFault = databaseUrl === "" ? undefined : databaseUrlFault(databaseUrl);
  if (databaseFault !== undefined) faults.push(`DATABASE_URL ${databaseFault}`);
  const gatewaySecret = env["HUB_GATEWAY_SECRET"] ?? "";
  if (gatewaySecret.length < MIN_SECRET_LENGTH) {
    faults.push(
      `HUB_GATEWAY_SECRET must have ${MIN_SECRET_LENGTH} characters or more, the same for the gateway and every subgraph.`,
    );
  }
  const port = Number(env["PORT"] ?? defaultPort);
  if (!isPort(port)) faults.push(`PORT is ${env["PORT"]}; it must be 0 to 65535.`);
  const metricsPort = env["HUB_METRICS_PORT"] ? Number(env["HUB_METRICS_PORT"]) : undefined;
  if (metricsPort !== undefined && !isPort(metricsPort))
    faults.push(`HUB_METRICS_PORT is ${env["HUB_METRICS_PORT"]}; it must be 0 to 65535.`);
  const traces = readTraceSettings(env, faults);
  const webhooks = readWebhookSettings(env, faults);
  const updatesKeepDays = Number(env["HUB_UPDATES_KEEP_DAYS"] || 90);
  if (!Number.isInteger(updatesKeepDays) || updatesKeepDays < 1 || updatesKeepDays > 3650)
    faults.push(
      `HUB_UPDATES_KEEP_DAYS is ${env["HUB_UPDATES_KEEP_DAYS"]}; it must be 1 to 3650, the same for the gateway and every subgraph.`,
    );
  const databaseWaitSeconds = Number(env["HUB_DATABASE_WAIT_SECONDS"] || DATABASE_WAIT_SECONDS);
  if (!(databaseWaitSeconds >= 0 && databaseWaitSeconds <= MOST_WAIT_SECONDS))
    faults.push(
      `HUB_DATABASE_WAIT_SECONDS is ${env["HUB_DATABASE_WAIT_SECONDS"]}; it must be 0 to ${MOST_WAIT_SECONDS}.`,
    );
  const poolSize = Number(env["HUB_POOL_SIZE"] || 10);
  if (!Number.isInteger(poolSize) || poolSize < 2 || poolSize > 200)
    faults.push(`HUB_POOL_SIZE is ${env["HUB_POOL_SIZE"]}; it must be 2 to 200.`);
  if (faults.length > 0)
    throw new StartError(
      `The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  return Object.freeze({
    databaseUrl,
    databaseWaitSeconds,
    poolSize,
    gatewaySecret,
    port,
    host: env["HOST"] ?? "127.0.0.1",
    logLevel: env["LOG_LEVEL"] ?? "info",
    metricsPort,
    traces,
    webhooks,
    updatesKeepDays,
  });
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

/** The key must be that of all other processes on the database, so none is made here. */
function readWebhookSettings(env: NodeJS.ProcessEnv, faults: string[]): WebhookSettings {
  const secret = env["HUB_SECRETS_KEY"] ?? "";
  const secretsKey = readSecretsKey(secret);
  if (secret !== "" && !secretsKey)
    faults.push(
      "HUB_SECRETS_KEY must be 32 bytes in base64, the same for the hub and its subgraphs.",
    );
  const allowed = env["HUB_WEBHOOKS_PRIVATE_ADDRESSES"] ?? "off";
  if (allowed !== "on" && allowed !== "off")
    faults.push(`HUB_WEBHOOKS_PRIVATE_ADDRESSES is "${allowed}"; it must be on or off.`);
  return { ...(secretsKey ? { secretsKey } : {}), privateAddresses: allowed === "on" };
}
