/** Where spans are sent, as the standard variables of OpenTelemetry say. */
export interface TraceSettings {
  /** The collector's address for traces, OTLP over HTTP in JSON. */
  readonly url: string;
  /** What the process is called. */
  readonly service: string | undefined;
  readonly sampler: TraceSampler;
  /** Share of the traces that begin here, 0 to 1; of the samplers by ratio. */
  readonly ratio: number;
}

const SAMPLERS = [
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
  "always_on",
  "always_off",
  "traceidratio",
] as const;

/** Which traces are recorded (OpenTelemetry, "General SDK Configuration"). */
export type TraceSampler = (typeof SAMPLERS)[number];

/**
 * Reads `OTEL_…`. Headers, compression and certificates are read by the exporter itself, from the variables
 * that it documents.
 *
 * @param faults gets what is wrong. @returns undefined if no collector is named.
 */
export function readTraceSettings(
  env: NodeJS.ProcessEnv,
  faults: string[],
): TraceSettings | undefined {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const base = text("OTEL_EXPORTER_OTLP_ENDPOINT");
  const own = text("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
  if ((base ?? own) === undefined || text("OTEL_SDK_DISABLED") === "true") return undefined;
  const address = own ?? `${base?.replace(/\/$/, "")}/v1/traces`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    faults.push(
      `${own ? "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" : "OTEL_EXPORTER_OTLP_ENDPOINT"} is not a http: or https: address.`,
    );
  const protocol = text("OTEL_EXPORTER_OTLP_PROTOCOL") ?? "http/json";
  if (protocol !== "http/json")
    faults.push(
      `OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}"; traces are sent as http/json, to port 4318 of most collectors.`,
    );
  const named = text("OTEL_TRACES_SAMPLER") ?? SAMPLERS[0];
  const sampler = SAMPLERS.find((one) => one === named);
  if (!sampler)
    faults.push(`OTEL_TRACES_SAMPLER is "${named}"; it must be one of ${SAMPLERS.join(", ")}.`);
  const ratio = Number(text("OTEL_TRACES_SAMPLER_ARG") ?? 1);
  if (!(ratio >= 0 && ratio <= 1))
    faults.push(
      `OTEL_TRACES_SAMPLER_ARG is "${env["OTEL_TRACES_SAMPLER_ARG"]}"; it must be a share from 0 to 1.`,
    );
  return {
    url: address,
    service: text("OTEL_SERVICE_NAME"),
    sampler: sampler ?? SAMPLERS[0],
    ratio,
  };
}
