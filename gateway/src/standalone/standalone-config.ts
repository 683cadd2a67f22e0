import { resolve } from "node:path";
import { createSettingsReader } from "@alliance-hub/platform/settings/settings-reader";
import type { Command } from "../settings/arguments.ts";
import type { Limits } from "../settings/limits.ts";
import { readAdmissionLimits } from "../settings/admission-limits.ts";
import { type GatewaySettings, readGatewaySettings } from "../settings/gateway-settings.ts";
import { readStreamLimits } from "../settings/stream-limits.ts";

/** Settings of the engine by itself, frozen. */
export interface StandaloneConfig extends GatewaySettings {
  readonly supergraphFile: string;
  /** Names of the client headers that are forwarded to the subgraphs, in lower case. */
  readonly forwardHeaders: readonly string[];
  readonly limits: Limits;
}

/** Headers that the gateway writes itself, or that concern one connection only. */
const OWN_HEADERS = new Set([
  "accept",
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Reads the settings from the command line and, where that says nothing, from the environment. The limits allow
 * everything that a reasonable client sends to an unknown schema. The number of rows of a list cannot be known,
 * so there is no limit of rows.
 *
 * @throws ConfigError that names every fault at once.
 */
export function readStandaloneConfig(
  command: Extract<Command, { kind: "standalone" }>,
  env: NodeJS.ProcessEnv,
): StandaloneConfig {
  const reader = createSettingsReader({
    ...env,
    ...(command.port === undefined ? {} : { "--port": command.port }),
  });
  const { faults, number, list } = reader;
  const forwardHeaders = list("HUB_FORWARD_HEADERS").map((name) => name.toLowerCase());
  for (const name of forwardHeaders) {
    if (!/^[a-z0-9-]+$/.test(name) || OWN_HEADERS.has(name)) {
      faults.push(
        `HUB_FORWARD_HEADERS names "${name}", which cannot be forwarded; name headers such as authorization.`,
      );
    }
  }
  const deadlineMs = number("HUB_DEADLINE_MS", 30_000, [100, 600_000]);
  const port = { name: command.port === undefined ? "PORT" : "--port", usual: 4000 };
  return reader.finish<StandaloneConfig>({
    ...readGatewaySettings(reader, env, { port, language: "en" }),
    ...(command.host === undefined ? {} : { host: command.host }),
    supergraphFile: resolve(command.supergraph),
    forwardHeaders,
    limits: {
      bodyBytes: number("HUB_MAX_BODY_BYTES", 1_048_576, [1024, 16_777_216]),
      tokens: number("HUB_MAX_TOKENS", 15_000, [100, 1_000_000]),
      depth: number("HUB_MAX_DEPTH", 50, [5, 1000]),
      aliases: number("HUB_MAX_ALIASES", 1000, [0, 100_000]),
      rows: Number.POSITIVE_INFINITY,
      deadlineMs,
      streams: readStreamLimits(reader),
      // How much the subgraphs can do at once is not known here. These limits keep the gateway itself running.
      admission: readAdmissionLimits(reader, { concurrent: 500, queued: 2000 }, deadlineMs),
    },
  });
}
