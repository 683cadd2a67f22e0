import type { Limits } from "./settings/limits.ts";
import { resolve } from "node:path";
import {
  DATABASE_WAIT_SECONDS,
  MOST_WAIT_SECONDS,
} from "@alliance-hub/platform/database/await-database";
import { readHubAddress, readMailSettings } from "@alliance-hub/platform/mail/read-mail-settings";
import type { MailSettings } from "@alliance-hub/platform/mail/settings";
import { readSecretsKey } from "@alliance-hub/platform/webhooks/secret";
import { LOG_LEVELS, createSettingsReader } from "@alliance-hub/platform/settings/settings-reader";
import { readAdmissionLimits } from "./settings/admission-limits.ts";
import { type GatewaySettings, readGatewaySettings } from "./settings/gateway-settings.ts";
import { type OidcSettings, readOidcSettings } from "./settings/oidc-settings.ts";
import { readStreamLimits } from "./settings/stream-limits.ts";

/** Settings of the hub, frozen. Every limit has a default; secrets have none. */
export interface Config extends GatewaySettings {
  /** Data folder: the embedded cluster, demonstration keys. */
  readonly dataDirectory: string;
  /** An external server; undefined means the embedded cluster. */
  readonly databaseUrl: string | undefined;
  /** How long a start waits for an external server, in seconds; 0 tries once. */
  readonly databaseWaitSeconds: number;
  /** Maximum number of connections that each subgraph, and the gateway itself, keeps open to the database. */
  readonly poolSize: number;
  /** OIDC issuer whose tokens are accepted; undefined means demonstration mode. */
  readonly oidc: OidcSettings | undefined;
  /** Whether introspection and the explorer are served. Default: in demonstration mode only. */
  readonly introspection: boolean;
  /** Where the subgraphs listen, by name; undefined hosts them in this process. */
  readonly subgraphUrls: Readonly<Record<string, string>> | undefined;
  /** How `start:split` starts the subgraphs: on four ports in a row, from the first. */
  readonly split: { readonly firstPort: number; readonly logLevel: string };
  /** Shared with subgraphs over HTTP. */
  readonly gatewaySecret: string | undefined;
  /** Key under which secrets are stored, 32 bytes; undefined means one of the data folder. */
  readonly secretsKey: Uint8Array | undefined;
  /** Whether webhooks may go to private addresses and without TLS. Default: no. */
  readonly webhooksPrivateAddresses: boolean;
  /** Where people open the hub, for links; undefined for none. */
  readonly hubAddress: string | undefined;
  /** How mail is sent; undefined means that none is sent. */
  readonly mail: MailSettings | undefined;
  /** Days for which the update log keeps its entries. */
  readonly updatesKeepDays: number;
  readonly limits: Limits;
}

/**
 * Reads the settings from the environment; nothing else in the hub does.
 *
 * @throws ConfigError that names every fault at once.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const reader = createSettingsReader(env);
  const { faults, text, number, word, database } = reader;

  const oidc = readOidcSettings(reader);
  const { urls: subgraphUrls, fault } = readSubgraphUrls(text("HUB_SUBGRAPHS"));
  if (fault !== undefined) faults.push(fault);
  const gatewaySecret = text("HUB_GATEWAY_SECRET");
  if ((gatewaySecret ?? subgraphUrls) !== undefined && (gatewaySecret?.length ?? 0) < 32) {
    faults.push(
      "HUB_GATEWAY_SECRET must have 32 characters or more, the same for every subgraph; it is needed when HUB_SUBGRAPHS is set.",
    );
  }
  const secret = text("HUB_SECRETS_KEY");
  const secretsKey = secret === undefined ? undefined : readSecretsKey(secret);
  if (secret !== undefined && !secretsKey) {
    faults.push(
      "HUB_SECRETS_KEY must be 32 bytes in base64, such as `openssl rand -base64 32` gives them, the same for all hubs on one database.",
    );
  }
  const hubAddress = readHubAddress(reader);
  const introspection = oidc === undefined ? "on" : "off";
  const deadlineMs = number("HUB_DEADLINE_MS", 15_000, [100, 600_000]);
  return reader.finish<Config>({
    ...readGatewaySettings(reader, env, { port: { usual: 4000 }, language: "zh-CN" }),
    dataDirectory: resolve(text("HUB_DATA_DIR") ?? ".hub"),
    databaseUrl: database("DATABASE_URL"),
    poolSize: number("HUB_POOL_SIZE", 10, [2, 200]),
    databaseWaitSeconds: number("HUB_DATABASE_WAIT_SECONDS", DATABASE_WAIT_SECONDS, [
      0,
      MOST_WAIT_SECONDS,
    ]),
    oidc,
    introspection: word("HUB_INTROSPECTION", introspection, ["on", "off"]) === "on",
    subgraphUrls,
    split: {
      firstPort: number("SUBGRAPH_PORT", 4001, [1, 65_532]),
      // If five processes each reported every fault, most faults would be reported five times.
      logLevel: word("LOG_LEVEL", "warn", LOG_LEVELS),
    },
    gatewaySecret,
    secretsKey,
    webhooksPrivateAddresses: word("HUB_WEBHOOKS_PRIVATE_ADDRESSES", "off", ["on", "off"]) === "on",
    hubAddress,
    mail: readMailSettings(reader, hubAddress),
    updatesKeepDays: number("HUB_UPDATES_KEEP_DAYS", 90, [1, 3650]),
    limits: {
      bodyBytes: number("HUB_MAX_BODY_BYTES", 262_144, [1024, 16_777_216]),
      tokens: number("HUB_MAX_TOKENS", 2000, [100, 100_000]),
      depth: number("HUB_MAX_DEPTH", 16, [5, 100]),
      aliases: number("HUB_MAX_ALIASES", 100, [0, 10_000]),
      rows: number("HUB_MAX_ROWS", 50_000, [100, 10_000_000]),
      deadlineMs,
      streams: readStreamLimits(reader),
      admission: readAdmissionLimits(reader, { concurrent: 16, queued: 400 }, deadlineMs),
    },
  });
}

/** `HUB_SUBGRAPHS`: `organizations=http://…,members=http://…`. */
function readSubgraphUrls(value: string | undefined): {
  urls: Record<string, string> | undefined;
  fault?: string;
} {
  if (value === undefined) return { urls: undefined };
  const pairs = value.split(",").map((pair) => pair.trim().split("=", 2) as [string, string?]);
  const wrong = pairs.find(([name, url]) => name === "" || url === undefined || !URL.canParse(url));
  if (wrong)
    return {
      urls: undefined,
      fault: `HUB_SUBGRAPHS must be name=address pairs separated by commas; "${wrong.join("=")}" is not such a pair.`,
    };
  return { urls: Object.fromEntries(pairs) as Record<string, string> };
}
