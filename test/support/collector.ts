import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { until } from "@alliance-hub/testing/until";

/** A span as a collector receives it. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: number;
  readonly service: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly startNs: bigint;
  readonly endNs: bigint;
}

/** A collector of OpenTelemetry, as one sees it on the wire (OTLP/HTTP in JSON). */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Bodies as they came. */
  readonly bodies: readonly string[];
  /** The spans of a trace, once all requested ones have arrived. */
  trace(
    traceId: string,
    isWhole: (spans: readonly ReceivedSpan[]) => boolean,
  ): Promise<ReceivedSpan[]>;
}

/** Listens for spans. */
export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      bodies.push(text);
      if (request.url === "/v1/traces") spans.push(...readSpans(text));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const of = (traceId: string): ReceivedSpan[] => spans.filter((span) => span.traceId === traceId);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    trace: async (traceId, isWhole) =>
      await until(
        async () => of(traceId),
        (found) => isWhole(found),
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Attributes = readonly { key: string; value: Record<string, unknown> }[];
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly { readonly spans: readonly Record<string, unknown>[] }[];
  }[];
}

function readSpans(text: string): ReceivedSpan[] {
  return (JSON.parse(text) as Export).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map((span) => ({
        traceId: String(span["traceId"]),
        spanId: String(span["spanId"]),
        parentSpanId: span["parentSpanId"] as string | undefined,
        name: String(span["name"]),
        kind: Number(span["kind"]),
        service: String(valuesOf(resource.attributes)["service.name"]),
        attributes: valuesOf(span["attributes"] as Attributes),
        startNs: BigInt(span["startTimeUnixNano"] as string),
        endNs: BigInt(span["endTimeUnixNano"] as string),
      })),
  );
}

function valuesOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
