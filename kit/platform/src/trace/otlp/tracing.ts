import type { Log } from "../../log/log.ts";
import type { TraceSettings } from "./settings.ts";
import type { Tracing } from "../span.ts";

/** What traces are begun with. */
export interface TracingConfig {
  /** Undefined: nothing is traced. */
  readonly settings: TraceSettings | undefined;
  /** What the process is called where the settings say nothing. */
  readonly service: string;
  readonly log: Pick<Log, "warn" | "info">;
}

/** Begins to trace; where no collector is named, nothing of OpenTelemetry is even loaded. */
export async function openTracing(config: TracingConfig): Promise<Tracing | undefined> {
  const { settings, service, log } = config;
  if (!settings) return undefined;
  const { createTracing } = await import("./open-telemetry.ts");
  return createTracing({ ...settings, service: settings.service ?? service }, log);
}
