import { Agent as PlainAgent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import {
  type Context,
  ROOT_CONTEXT,
  type Span as OtelSpan,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  defaultTextMapGetter,
  defaultTextMapSetter,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Log } from "../../log/log.ts";
import type { TraceSettings } from "./settings.ts";
import type { Span, SpanOptions, Tracing } from "../span.ts";
import { toldExporter } from "./told-exporter.ts";

/**
 * How long one export may take, including its repetitions, in milliseconds. A healthy collector is much faster.
 */
const EXPORT_MS = 2000;
/** How long the last spans may take when the process stops, in milliseconds. */
const LAST_MS = 1000;

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;
const propagator = new W3CTraceContextPropagator();

/**
 * Traces by OpenTelemetry. Spans wait in a queue of limited length and are sent in batches in the background.
 * If the collector is unavailable, they are dropped.
 */
export function createTracing(
  settings: TraceSettings & { readonly service: string },
  log: Pick<Log, "warn" | "info">,
): Tracing {
  const isSecure = new URL(settings.url).protocol === "https:";
  const agent = new (isSecure ? SecureAgent : PlainAgent)({ keepAlive: true });
  const exporter = new OTLPTraceExporter({
    url: settings.url,
    timeoutMillis: EXPORT_MS,
    httpAgentOptions: () => agent,
  });
  const provider = new TracerProvider({
    // The attributes of OTEL_RESOURCE_ATTRIBUTES, after the service's own name.
    resource: detectResources({ detectors: [envDetector] }).merge(
      resourceFromAttributes({ "service.name": settings.service }),
    ),
    sampler: samplerOf(settings),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: toldExporter(exporter, log), scheduledDelayMillis: 1000 }),
    ],
  });
  const tracer = provider.getTracer("alliance-hub");
  return {
    begin: (name, { headers = {}, ...options }) => {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      return beginSpan(tracer, parent, { name, ...options });
    },
    [Symbol.asyncDispose]: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LAST_MS);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
      agent.destroy();
    },
  };
}

function samplerOf({ sampler, ratio }: TraceSettings): Sampler {
  const [, isByParent, rule] = /^(parentbased_)?(.*)$/.exec(sampler) ?? [];
  const root =
    rule === "always_on"
      ? new AlwaysOnSampler()
      : rule === "always_off"
        ? new AlwaysOffSampler()
        : new TraceIdRatioBasedSampler(ratio);
  return isByParent ? new ParentBasedSampler({ root }) : root;
}

function beginSpan(
  tracer: Tracer,
  parent: Context,
  { name, kind, attributes = {}, startedAt }: SpanOptions & { readonly name: string },
): Span {
  const span = tracer.startSpan(
    name,
    {
      kind: kind ? KINDS[kind] : SpanKind.INTERNAL,
      attributes,
      ...(startedAt === undefined ? {} : { startTime: startedAt }),
    },
    parent,
  );
  return spanOf(tracer, span, trace.setSpan(parent, span));
}

function spanOf(tracer: Tracer, span: OtelSpan, context: Context): Span {
  const isRecorded = span.isRecording();
  const self: Span = {
    traceId: span.spanContext().traceId,
    get headers() {
      const headers: Record<string, string> = {};
      propagator.inject(context, headers, defaultTextMapSetter);
      return headers;
    },
    isRecorded,
    // If a trace is not recorded, its spans are not recorded either.
    begin: (name, options) =>
      isRecorded ? beginSpan(tracer, context, { name, ...options }) : self,
    note: ({ name, attributes }) => {
      if (name !== undefined) span.updateName(name);
      if (attributes) span.setAttributes({ ...attributes });
    },
    fail: (code) => {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("error.type", code);
    },
    end: () => span.end(),
  };
  return self;
}
