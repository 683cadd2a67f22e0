import { parseArgs } from "node:util";
import { ConfigError } from "@alliance-hub/platform/settings/settings-reader";

/** What the command line asks for. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "hub" }
  | {
      readonly kind: "standalone";
      /** Path of the supergraph, as it was written. */
      readonly supergraph: string;
      readonly port: string | undefined;
      readonly host: string | undefined;
    };

const OPTIONS = {
  supergraph: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export const USAGE = `node gateway/dist/main.js
    the hub, with settings from the environment (README.md lists them)

node gateway/dist/main.js --supergraph FILE [--port N] [--host H]
    any Federation 2 supergraph over HTTP; subgraphs are where its @join__graph(url:) says

  --supergraph FILE  the supergraph's SDL; the hub watches the file and uses a new one at once
  --port N           where to listen, 0 for any free port; PORT, or 4000
  --host H           the address to listen at; HOST, or 127.0.0.1
  --help             this page

  LOG_LEVEL             trace, debug, info, warn, error, fatal or silent; info
  HUB_FORWARD_HEADERS   headers that are forwarded to the subgraphs, such as authorization,x-request-id; none
  HUB_CORS_ORIGINS      origins of pages that may call from a browser; none
  HUB_LANGUAGE          messages for clients that ask for no language: zh-CN, zh-Hant or en; en
  HUB_MAX_TOKENS, HUB_MAX_DEPTH, HUB_MAX_ALIASES, HUB_MAX_BODY_BYTES, HUB_DEADLINE_MS
                        limits of one request; 15000, 50, 1000, 1048576, 30000

  GraphQL at /graphql (POST, GET); /health, /health/live, /health/ready; /metrics`;

/**
 * Reads the command line.
 *
 * @throws ConfigError that names every fault at once.
 */
export function readArguments(argv: readonly string[]): Command {
  const { values, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const faults: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") {
      faults.push(`"${token.value}" does not belong to any option.`);
    } else if (token.kind === "option") {
      const option = Object.entries(OPTIONS).find(([name]) => name === token.name)?.[1];
      if (!option) faults.push(`${token.rawName} is not an option.`);
      else if (option.type === "string" && !token.value)
        faults.push(`${token.rawName} needs a value.`);
      else if (option.type === "boolean" && token.value !== undefined)
        faults.push(`${token.rawName} does not take a value.`);
    }
  }
  const text = (name: "supergraph" | "port" | "host"): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const { supergraph, port, host } = {
    supergraph: text("supergraph"),
    port: text("port"),
    host: text("host"),
  };
  const isNamed = tokens.some((token) => token.kind === "option" && token.name === "supergraph");
  if (!isNamed && (port ?? host) !== undefined) {
    faults.push("--port and --host belong to --supergraph; the hub itself reads PORT and HOST.");
  }
  if (values.help === true && faults.length === 0) return { kind: "help" };
  if (faults.length > 0) throw new ConfigError([...faults, "--help lists the options."]);
  return supergraph === undefined
    ? { kind: "hub" }
    : { kind: "standalone", supergraph, port, host };
}
