import type { Log } from "../../log/log.ts";
import type { TraceSettings } from "./settings.ts";
import type { Tracing } from "../span.ts";

/** The settings of tracing. */
export interface TracingConfig {
  /** If undefined, nothing is traced. */
  readonly settings: TraceSettings | undefined;
  /** The name of the process if the settings give none. */
  readonly service: string;
  readonly log: Pick<Log, "warn" | "info">;
}

/** Starts tracing. If no collector is named, OpenTelemetry is not even loaded. */
export async function openTracing(config: TracingConfig): Promise<Tracing | undefined> {
  const { settings, service, log } = config;
  if (!settings) return undefined;
  const { createTracing } = await import("./open-telemetry.ts");
  return createTracing({ ...settings, service: settings.service ?? service }, log);
}
