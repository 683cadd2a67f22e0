import type { PoolUse } from "@alliance-hub/platform/database/pool-use";
import { type Log, createLog } from "@alliance-hub/platform/log/log";
import type { TraceSettings } from "@alliance-hub/platform/trace/otlp/settings";
import type { Tracing } from "@alliance-hub/platform/trace/span";
import { traceStatement } from "@alliance-hub/platform/trace/otlp/statements";
import { openTracing } from "@alliance-hub/platform/trace/otlp/tracing";
import type { LogEvent } from "kysely";
import { type Metrics, createMetrics } from "../http/metrics/metrics.ts";
import type { OperationLabelsOptions } from "../http/metrics/operation-labels.ts";

/** Log, metrics and traces of a process. */
export interface Instruments extends AsyncDisposable {
  readonly log: Log;
  readonly metrics: Metrics;
  /** If undefined, nothing is traced. */
  readonly tracing: Tracing | undefined;
  /** What observes connections to the database. */
  readonly database: {
    readonly log: Log;
    onStatement(event: LogEvent): void;
    onPool(pool: PoolUse): void;
  };
}

/** What instruments need. */
export interface InstrumentsConfig {
  readonly name: string;
  readonly logLevel: string;
  readonly traces: TraceSettings | undefined;
  /** Names of operations that may be labels of metrics. */
  readonly operations?: OperationLabelsOptions;
}

/** Makes log, metrics and traces of a process. Disposing of them sends the last spans. */
export async function openInstruments(config: InstrumentsConfig): Promise<Instruments> {
  const { name, logLevel, traces } = config;
  const log = createLog({ level: logLevel, name, namesTraces: traces !== undefined });
  const metrics = createMetrics(config.operations);
  const tracing = await openTracing({ settings: traces, service: `alliance-${name}`, log });
  return {
    log,
    metrics,
    tracing,
    database: {
      log,
      onStatement: (event) => {
        metrics.observeStatement(event);
        if (tracing) traceStatement(event);
      },
      onPool: (pool) => metrics.watchPool(pool),
    },
    [Symbol.asyncDispose]: async () => await tracing?.[Symbol.asyncDispose](),
  };
}
