import { resolve } from "node:path";

/** Settings of the hub, frozen. Every limit has a default; nothing secret has one. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Data folder: the embedded cluster, demonstration keys. */
  readonly dataDirectory: string;
  /** A server of one's own; undefined means the embedded cluster. */
  readonly databaseUrl: string | undefined;
  /** OIDC issuer whose tokens are accepted; undefined means demonstration mode. */
  readonly oidc: { readonly issuer: string; readonly audience: string } | undefined;
  readonly logLevel: string;
  /** Whether introspection and the explorer are served. Default: in demonstration mode only. */
  readonly introspection: boolean;
  /** Origins of portals whose pages may call the hub from a browser; none by default. */
  readonly corsOrigins: readonly string[];
  /** Where the subgraphs listen, by name; undefined hosts them in this process. */
  readonly subgraphUrls: Readonly<Record<string, string>> | undefined;
  /** Shared with subgraphs over HTTP. */
  readonly gatewaySecret: string | undefined;
  readonly limits: Limits;
}

/** Limits of one request. */
export interface Limits {
  /** Body, in bytes. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Levels of nested selections. */
  readonly depth: number;
  /** Aliases in a document, fragments counted where they are spread. */
  readonly aliases: number;
  /** Rows the document could return by its page sizes. */
  readonly rows: number;
  /** Time to answer, in milliseconds. */
  readonly deadlineMs: number;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/**
 * Reads the settings from the environment; nothing else in the hub does.
 *
 * @throws Error that names every fault at once.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === "" ? undefined : value;
  };
  const number = (name: string, fallback: number, range: readonly [number, number]): number => {
    const value = Number(text(name) ?? fallback);
    if (Number.isInteger(value) && value >= range[0] && value <= range[1]) return value;
    faults.push(
      `${name} is ${JSON.stringify(env[name])}; it must be a whole number from ${range[0]} to ${range[1]}.`,
    );
    return fallback;
  };
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // A connection string may hold a password, so its value is not repeated.
    faults.push(`${name} is not a ${protocols.join(" or ")} address.`);
    return undefined;
  };

  const issuer = url("OIDC_ISSUER", ["https:", "http:"]);
  const audience = text("OIDC_AUDIENCE");
  if ((issuer === undefined) !== (audience === undefined)) {
    faults.push(
      "OIDC_ISSUER and OIDC_AUDIENCE belong together: set both, or neither for demonstration mode.",
    );
  }
  const logLevel = text("LOG_LEVEL") ?? "info";
  if (!LOG_LEVELS.includes(logLevel))
    faults.push(`LOG_LEVEL is "${logLevel}"; it must be one of ${LOG_LEVELS.join(", ")}.`);
  const introspection = text("HUB_INTROSPECTION") ?? (issuer === undefined ? "on" : "off");
  if (introspection !== "on" && introspection !== "off")
    faults.push(`HUB_INTROSPECTION is "${introspection}"; it must be on or off.`);
  const corsOrigins = (text("HUB_CORS_ORIGINS") ?? "").split(",").filter((origin) => origin !== "");
  const wrongOrigin = corsOrigins.find(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
  );
  if (wrongOrigin !== undefined) {
    faults.push(
      `HUB_CORS_ORIGINS names "${wrongOrigin}"; write origins with commas between, such as https://portal.example.`,
    );
  }
  const { urls: subgraphUrls, fault } = readSubgraphUrls(text("HUB_SUBGRAPHS"));
  if (fault !== undefined) faults.push(fault);
  const gatewaySecret = text("HUB_GATEWAY_SECRET");
  if (subgraphUrls && (gatewaySecret?.length ?? 0) < 32) {
    faults.push(
      "HUB_GATEWAY_SECRET must have 32 characters or more when HUB_SUBGRAPHS is set, the same for every subgraph.",
    );
  }
  const config: Config = {
    host: text("HOST") ?? "127.0.0.1",
    port: number("PORT", 4000, [0, 65_535]),
    dataDirectory: resolve(text("HUB_DATA_DIR") ?? ".hub"),
    databaseUrl: url("DATABASE_URL", ["postgres:", "postgresql:"]),
    oidc: issuer !== undefined && audience !== undefined ? { issuer, audience } : undefined,
    logLevel,
    introspection: introspection === "on",
    corsOrigins,
    subgraphUrls,
    gatewaySecret,
    limits: {
      bodyBytes: number("HUB_MAX_BODY_BYTES", 262_144, [1024, 16_777_216]),
      tokens: number("HUB_MAX_TOKENS", 2000, [100, 100_000]),
      depth: number("HUB_MAX_DEPTH", 16, [5, 100]),
      aliases: number("HUB_MAX_ALIASES", 100, [0, 10_000]),
      rows: number("HUB_MAX_ROWS", 50_000, [100, 10_000_000]),
      deadlineMs: number("HUB_DEADLINE_MS", 15_000, [100, 600_000]),
    },
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

/** All that is wrong with the settings. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
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
      fault: `HUB_SUBGRAPHS must be name=address pairs with commas between; "${wrong.join("=")}" is none.`,
    };
  return { urls: Object.fromEntries(pairs) as Record<string, string> };
}
