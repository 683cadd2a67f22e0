import { type TraceSettings, readTraceSettings } from "../trace/otlp/settings.ts";
import { LOG_LEVELS, type SettingsReader } from "./settings-reader.ts";

/** Settings of every process that listens: the hub, the engine by itself, a subgraph. */
export interface ProcessSettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Where figures are served apart from everything else; undefined serves them beside it. */
  readonly metricsPort: number | undefined;
  /** Where traces are sent; if undefined, nothing is traced. */
  readonly traces: TraceSettings | undefined;
}

/** Where the port is read from. */
export interface PortSetting {
  /** Default `PORT`. */
  readonly name?: string;
  /** The port where nothing is set. */
  readonly usual: number;
}

/** Reads the settings that all processes have. @param env what the reader reads, too. */
export function readProcessSettings(
  reader: SettingsReader,
  env: NodeJS.ProcessEnv,
  { name = "PORT", usual }: PortSetting,
): ProcessSettings {
  const { faults, text, number, word } = reader;
  const port = number(name, usual, [0, 65_535]);
  const metricsPort =
    text("HUB_METRICS_PORT") === undefined ? undefined : number("HUB_METRICS_PORT", 0, [0, 65_535]);
  if (metricsPort === port && port !== 0)
    faults.push(
      `HUB_METRICS_PORT is ${metricsPort}, as ${name} is; give figures a port of their own.`,
    );
  return {
    host: text("HOST") ?? "127.0.0.1",
    port,
    logLevel: word("LOG_LEVEL", "info", LOG_LEVELS),
    metricsPort,
    traces: readTraceSettings(env, faults),
  };
}
