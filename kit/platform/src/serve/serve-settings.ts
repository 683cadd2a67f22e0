import { DATABASE_WAIT_SECONDS, MOST_WAIT_SECONDS } from "../database/await-database.ts";
import { readHubAddress, readMailSettings } from "../mail/read-mail-settings.ts";
import type { MailSettings } from "../mail/settings.ts";
import { type ProcessSettings, readProcessSettings } from "../settings/process-settings.ts";
import { type SettingsReader, createSettingsReader } from "../settings/settings-reader.ts";
import { readSecretsKey } from "../webhooks/secret.ts";
import type { WebhookSettings } from "../webhooks/settings.ts";

/** Settings of a subgraph that runs by itself. */
export interface ServeSettings extends ProcessSettings {
  readonly databaseUrl: string;
  /** How long the start waits for the database, in seconds. */
  readonly databaseWaitSeconds: number;
  /** Maximum number of connections kept open to the database. */
  readonly poolSize: number;
  readonly gatewaySecret: string;
  /** For the subgraph that sends them. */
  readonly webhooks: WebhookSettings;
  /** For the subgraph that sends it; undefined: none is sent. */
  readonly mail: MailSettings | undefined;
  readonly updatesKeepDays: number;
}

/** Minimum length of the secret that gateway and subgraphs share, in characters. */
const MIN_SECRET_LENGTH = 32;

/**
 * Reads the settings of one subgraph.
 *
 * @throws ConfigError that names every fault at once.
 */
export function readServeSettings(env: NodeJS.ProcessEnv, defaultPort: number): ServeSettings {
  const reader = createSettingsReader(env);
  const { faults, text, number, database } = reader;
  if (text("DATABASE_URL") === undefined)
    faults.push("DATABASE_URL is not set; give the connection string of PostgreSQL 15 or newer.");
  const gatewaySecret = text("HUB_GATEWAY_SECRET") ?? "";
  if (gatewaySecret.length < MIN_SECRET_LENGTH) {
    faults.push(
      `HUB_GATEWAY_SECRET must have ${MIN_SECRET_LENGTH} characters or more, the same for the gateway and every subgraph.`,
    );
  }
  const hubAddress = readHubAddress(reader);
  return reader.finish<ServeSettings>({
    ...readProcessSettings(reader, env, { usual: defaultPort }),
    databaseUrl: database("DATABASE_URL") ?? "",
    databaseWaitSeconds: number("HUB_DATABASE_WAIT_SECONDS", DATABASE_WAIT_SECONDS, [
      0,
      MOST_WAIT_SECONDS,
    ]),
    poolSize: number("HUB_POOL_SIZE", 10, [2, 200]),
    gatewaySecret,
    webhooks: {
      ...readWebhookSettings(reader),
      ...(hubAddress === undefined ? {} : { hubAddress }),
    },
    mail: readMailSettings(reader, hubAddress),
    // The same for the gateway and every subgraph.
    updatesKeepDays: number("HUB_UPDATES_KEEP_DAYS", 90, [1, 3650]),
  });
}

/** All processes on the database must have the same key, so none is made here. */
function readWebhookSettings({ faults, text, word }: SettingsReader): WebhookSettings {
  const secret = text("HUB_SECRETS_KEY");
  const secretsKey = secret === undefined ? undefined : readSecretsKey(secret);
  if (secret !== undefined && !secretsKey)
    faults.push(
      "HUB_SECRETS_KEY must be 32 bytes in base64, the same for the hub and its subgraphs.",
    );
  const allowed = word("HUB_WEBHOOKS_PRIVATE_ADDRESSES", "off", ["on", "off"]);
  return { ...(secretsKey ? { secretsKey } : {}), privateAddresses: allowed === "on" };
}
