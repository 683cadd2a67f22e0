import type { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { HEARTBEAT_MS } from "@alliance-hub/platform/streams/event-stream";
import type { SubgraphFetch, Transport } from "../../engine.ts";
import { LATE, subgraphUnavailable } from "../deadline.ts";
import { type BreakerConfig, createBreaker } from "./breaker.ts";
import type { StreamRequest } from "./event-stream.ts";
import { followEventStream } from "./follow.ts";
import { type InFlightRequest, type Sender, createInFlightRequests } from "./in-flight-requests.ts";
import { createPool } from "./pool.ts";
import { requestBody } from "./request-body.ts";
import { requestHeaders } from "./request-headers.ts";
import { SharedRequest } from "./shared-request.ts";
import { TransportFault } from "./transport-fault.ts";

/** How to reach a subgraph over HTTP. */
export interface HttpTransportConfig {
  readonly name: string;
  readonly url: string;
  /** Shared with the subgraph; requests are signed with it. Default: they are not signed. */
  readonly gatewaySecret?: string;
  /** Longest answer, in bytes. Default 16 MiB. */
  readonly maxResponseBytes?: number;
  /** Further headers of each request. Default: none. */
  readonly headers?: (request: SubgraphRequest) => Readonly<Record<string, string>>;
  /** When a failing subgraph is left alone. */
  readonly breaker?: BreakerConfig;
}

/**
 * Calls a subgraph over HTTP with kept-alive connections. A query whose connection breaks before
 * anything came back is sent once more; equal queries of one viewer that are under way at the same
 * time share an answer; a subgraph that keeps failing is left alone for a while.
 */
export function createHttpTransport(config: HttpTransportConfig): Transport {
  const { name, gatewaySecret } = config;
  const { origin, pathname, search } = new URL(config.url);
  const maxEventBytes = config.maxResponseBytes ?? 16_777_216;
  const pool = createPool(origin, maxEventBytes);
  const breaker = createBreaker(config.breaker);
  const inFlight = createInFlightRequests();
  const closing = new AbortController();
  // Only of the hub's own subgraphs it is known; others may stop when their caller has gone.
  const isFinishedAnyway = gatewaySecret !== undefined;
  const path = pathname + search;
  const unavailable = (fault: TransportFault, kind: SubgraphFetch["kind"]): HubError => {
    const outcome = fault.wasSent ? "UNKNOWN" : "UNCHANGED";
    return subgraphUnavailable(name, fault.message, kind === "mutation" ? outcome : undefined);
  };

  return {
    send: async (fetch, request) => {
      const { signal, viewer } = request;
      if (signal.aborted)
        throw unavailable(new TransportFault(LATE, { wasSent: false }), fetch.kind);
      const body = requestBody(fetch);
      const sender: Sender = {
        viewer,
        language: request.language,
        headers: config.headers?.(request),
      };
      const isQuery = fetch.kind === "query";
      let added: InFlightRequest | undefined;
      try {
        const known = isQuery ? inFlight.find(body, sender) : undefined;
        // The engine changes what it gets, so each has its own.
        if (known) return JSON.parse((await known.wait(signal)).text);
        const headers = requestHeaders(request, { subgraph: name, gatewaySecret, body, sender });
        const options = { path, method: "POST", headers, body };
        const shared = new SharedRequest({
          pool,
          breaker,
          options,
          mayRetry: isQuery,
          isFinishedAnyway,
          closing: closing.signal,
        });
        if (isQuery) inFlight.add((added = { body, sender, request: shared }));
        return (await shared.wait(signal)).answer;
      } catch (error) {
        throw error instanceof TransportFault ? unavailable(error, fetch.kind) : error;
      } finally {
        if (added) inFlight.remove(added);
        else if (!isQuery) inFlight.forget();
      }
    },
    subscribe: async function* (fetch, request) {
      const body = requestBody(fetch);
      const { viewer, language } = request;
      const sender: Sender = { viewer, language, headers: config.headers?.(request) };
      const open = (resumed: SubgraphRequest): StreamRequest => ({
        url: config.url,
        headers: requestHeaders(resumed, {
          subgraph: name,
          gatewaySecret,
          body,
          sender,
          isStream: true,
        }),
        body,
        maxEventBytes,
        // Only of the hub's own subgraphs is it known that they send heartbeats.
        silenceMs: gatewaySecret === undefined ? 0 : 3 * HEARTBEAT_MS,
        signal: request.signal,
      });
      try {
        yield* followEventStream(open, request);
      } catch (error) {
        throw error instanceof TransportFault ? subgraphUnavailable(name, error.message) : error;
      }
    },
    close: async () => {
      closing.abort();
      await pool.close();
    },
  };
}
