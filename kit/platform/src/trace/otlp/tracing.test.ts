import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { readTraceSettings } from "./settings.ts";
import { currentSpan, traced, untraced } from "../span.ts";
import { openTracing } from "./tracing.ts";

const log = { warn: () => undefined, info: () => undefined };

function read(env: NodeJS.ProcessEnv) {
  const faults: string[] = [];
  return { settings: readTraceSettings(env, faults), faults };
}

describe("where traces are sent", () => {
  it("is nowhere unless a collector is named, or while tracing is switched off", () => {
    expect(read({})).toEqual({ settings: undefined, faults: [] });
    const OTEL_EXPORTER_OTLP_ENDPOINT = "http://collector:4318";
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: "true" }).settings).toBe(
      undefined,
    );
  });

  it("is the collector's path for traces, or the address given for them alone", () => {
    for (const base of ["http://collector:4318", "http://collector:4318/"])
      expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: base }).settings?.url).toBe(
        "http://collector:4318/v1/traces",
      );
    const own = "https://traces.example/otlp";
    expect(read({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own }).settings?.url).toBe(own);
  });

  it("is refused with the rule where it cannot be", () => {
    const { faults } = read({
      OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318",
      OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
      OTEL_TRACES_SAMPLER: "sometimes",
      OTEL_TRACES_SAMPLER_ARG: "2",
    });
    expect(faults).toEqual([
      "OTEL_EXPORTER_OTLP_ENDPOINT is not a http: or https: address.",
      expect.stringMatching(/OTEL_EXPORTER_OTLP_PROTOCOL is "grpc"; .*http\/json/),
      expect.stringMatching(/OTEL_TRACES_SAMPLER is "sometimes"; it must be one of /),
      'OTEL_TRACES_SAMPLER_ARG is "2"; it must be a share from 0 to 1.',
    ]);
  });
});

describe("where nothing is traced", () => {
  it("work is done as it is", async () => {
    expect(await openTracing({ settings: undefined, service: "test", log })).toBeUndefined();
    expect(currentSpan()).toBeUndefined();
    expect(await traced("work", {}, async () => currentSpan())).toBeUndefined();
    expect(untraced(() => 1)).toBe(1);
  });

  it("nothing of OpenTelemetry is loaded: one file alone asks for it, when a collector is named", async () => {
    const root = fileURLToPath(new URL("../../../../../", import.meta.url));
    const loading: string[] = [];
    for (const folder of ["kit", "gateway/src", "subgraphs"])
      for (const file of await readdir(join(root, folder), { recursive: true })) {
        if (!file.endsWith(".ts") || /node_modules|dist|\.test\.ts$/.test(file)) continue;
        const text = await readFile(join(root, folder, file), "utf8");
        if (/from "@opentelemetry\/|\/(open-telemetry|told-exporter)(\.ts)?"/.test(text))
          loading.push(`${folder}/${file}`);
      }
    expect(loading.toSorted()).toEqual([
      "kit/platform/src/trace/otlp/open-telemetry.ts",
      "kit/platform/src/trace/otlp/told-exporter.ts",
      "kit/platform/src/trace/otlp/tracing.ts",
    ]);
    const asks = await readFile(join(root, "kit/platform/src/trace/otlp/tracing.ts"), "utf8");
    expect(asks).toMatch(/await import\("\.\/open-telemetry\.ts"\)/);
    expect(asks).not.toMatch(/from "\.\/open-telemetry/);
  });
});

describe.each([
  ["parentbased_traceidratio", 0],
  ["always_off", 1],
  ["parentbased_always_off", 1],
] as const)("the sampler %s with %d", (sampler, ratio) => {
  it("records nothing, and still tells others of the trace", async () => {
    const settings = { url: "http://127.0.0.1:9/", service: undefined, sampler, ratio };
    await using tracing = await openTracing({ settings, service: "test", log });
    const span = tracing?.begin("work", {});
    expect(span?.isRecorded).toBe(false);
    expect(span?.headers["traceparent"]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(span?.begin("part")).toBe(span);
  });
});
