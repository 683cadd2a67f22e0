import { pino } from "pino";
import { currentSpan } from "../trace/span.ts";
import { describeFault, describeFaults } from "./describe-fault.ts";
import type { LogFields } from "./fields.ts";

/** Writes a line: fields from the list, and what happened. */
export interface LogLine {
  (message: string): void;
  (fields: LogFields, message: string): void;
}

/** What the hub logs with: structured lines on standard output. */
export interface Log {
  readonly error: LogLine;
  readonly warn: LogLine;
  readonly info: LogLine;
  readonly debug: LogLine;
  isLevelEnabled(level: string): boolean;
}

/** Names under which a secret could reach a log line; pino writes `[redacted]` in their place. */
const SECRETS = ["authorization", "password", "token", "key", "secret", "cookie"];

/** How a process logs. */
export interface LogOptions {
  /** Lowest level that is written. */
  readonly level: string;
  /** What the process is called. */
  readonly name: string;
  /** Whether lines name the trace in which they are written. Default: no. */
  readonly namesTraces?: boolean;
}

/**
 * A logger. It never logs text fields of records, only ids. Of faults it logs what they are and where, in
 * limited size. See SECRETS for the rest.
 */
export function createLog(options: LogOptions): Log {
  return pino({
    ...(options.namesTraces ? { mixin: traceOf } : {}),
    level: options.level,
    name: options.name,
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: "[redacted]",
    },
    serializers: { err: describeFault, causes: describeFaults },
    base: { name: options.name },
  });
}

function traceOf(): { traceId?: string } {
  const traceId = currentSpan()?.traceId;
  return traceId === undefined ? {} : { traceId };
}
