import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { POSITION_COMMENT } from "@alliance-hub/platform/streams/event-stream";
import { createParser } from "eventsource-parser";
import type { FormattedExecutionResult } from "graphql";
import { readAnswer } from "./answer.ts";
import { TransportFault, networkFault } from "./transport-fault.ts";

/** Where a stream comes from. */
export interface StreamRequest {
  readonly url: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
  /** Longest event, in bytes. */
  readonly maxEventBytes: number;
  /** How long nothing may come, not even a heartbeat, in milliseconds; 0 for ever. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

/** Whether a stream was ended by the subgraph, not broken off. */
export interface StreamEnd {
  isComplete: boolean;
}

/**
 * What a subgraph sends in answer to a subscription, as server-sent events (GraphQL over Server-Sent Events,
 * distinct connections mode), or at once if it refuses.
 *
 * @throws TransportFault if it cannot be reached, sends what is no answer, or breaks off.
 */
export async function* readEventStream(
  request: StreamRequest,
  end: StreamEnd,
): AsyncGenerator<FormattedExecutionResult> {
  const response = await open(request);
  const status = response.statusCode ?? 0;
  if (!response.headers["content-type"]?.startsWith("text/event-stream")) {
    yield readAnswer({ status, text: await textOf(response, request.maxEventBytes) });
    end.isComplete = true;
    return;
  }
  let events: FormattedExecutionResult[] = [];
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      if (event === "complete") end.isComplete = true;
      else if (data !== "") events.push(placed(readAnswer({ status, text: data }), id));
    },
    onComment: (comment) => {
      if (comment.startsWith(POSITION_COMMENT))
        events.push({ extensions: { position: comment.slice(POSITION_COMMENT.length) } });
    },
    maxBufferSize: request.maxEventBytes,
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response) {
      parser.feed(decoder.decode(chunk as Buffer, { stream: true }));
      const arrived = events;
      events = [];
      yield* arrived;
      if (end.isComplete) return;
    }
  } catch (error) {
    throw error instanceof TransportFault ? error : networkFault(error, true);
  } finally {
    response.destroy();
  }
}

/** With the position of the event, unless its answer says it itself. */
function placed(
  answer: FormattedExecutionResult,
  id: string | undefined,
): FormattedExecutionResult {
  if (id === undefined || id === "" || answer.extensions?.["position"] !== undefined) return answer;
  return { ...answer, extensions: { ...answer.extensions, position: id } };
}

function open(request: StreamRequest): Promise<IncomingMessage> {
  const { url, headers, body, silenceMs, signal } = request;
  const send = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      { method: "POST", headers: named(headers), signal, agent: false, timeout: silenceMs },
      resolve,
    );
    sent.once("timeout", () => sent.destroy(new TransportFault("fell silent")));
    sent.once("error", (error) => reject(networkFault(error, false)));
    sent.end(body);
  });
}

/** Of names and values in turn; Node.js adds the host to no other form. */
function named(headers: readonly string[]): Record<string, string> {
  const byName: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) byName[headers[at] ?? ""] = headers[at + 1] ?? "";
  return byName;
}

async function textOf(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > most) throw new TransportFault("answered with more bytes than are read");
  }
  return Buffer.concat(chunks).toString();
}
