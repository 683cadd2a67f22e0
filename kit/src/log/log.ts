import { type Logger, pino } from "pino";

/** What the hub logs with: structured lines on standard output. */
export type Log = Logger;

/** Names under which a secret could reach a log line; pino writes `[redacted]` in their place. */
const SECRETS = ["authorization", "password", "token", "key", "secret", "cookie"];

/** A logger. Text fields of records are never logged, only ids; see SECRETS for the rest. */
export function createLog(options: { level: string; name: string }): Log {
  return pino({
    level: options.level,
    name: options.name,
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: "[redacted]",
    },
    base: { name: options.name },
  });
}
