import { LANGUAGE } from "./language.ts";
import { createParser } from "eventsource-parser";
import type { GraphError } from "./ask.ts";

/** One event of a stream. */
export interface StreamEvent<Result> {
  /** Up to which position of the log everything has come. */
  readonly position: string | undefined;
  /** Undefined for an event that has a position alone, and for the first, which says that the stream is open. */
  readonly answer:
    | { readonly data?: Result | null; readonly errors?: readonly GraphError[] }
    | undefined;
}

/** One connection. */
export interface StreamRequest {
  readonly query: string;
  /** Position after which it begins; undefined: from now on. */
  readonly after: string | undefined;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

/** The hub says something every 12 seconds; a connection that is silent for longer is dead, in milliseconds. */
const LONGEST_SILENCE_MS = 30_000;

/**
 * The events of one connection, in the form of GraphQL over Server-Sent Events.
 *
 * @throws Error when the connection breaks, is silent for too long, or is none.
 */
export async function* readEventStream<Result>(
  request: StreamRequest,
): AsyncGenerator<StreamEvent<Result>> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), LONGEST_SILENCE_MS);
  };
  heard();
  try {
    const response = await open(request, AbortSignal.any([request.signal, silence.signal]));
    const type = response.headers.get("content-type") ?? "";
    if (!type.startsWith("text/event-stream")) {
      const answer = (await response.json()) as NonNullable<StreamEvent<Result>["answer"]>;
      return yield { position: undefined, answer };
    }
    yield { position: undefined, answer: undefined };
    const events: StreamEvent<Result>[] = [];
    const parser = createParser({
      onEvent: ({ event, data, id }) => {
        if (event === "next") events.push({ position: id, answer: JSON.parse(data) });
      },
      // An id without data is no event by itself: everything up to there has come.
      onComment: (text) => {
        const position = /^at (.+)$/.exec(text)?.[1];
        if (position !== undefined) events.push({ position, answer: undefined });
      },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      heard();
      parser.feed(value);
      yield* events.splice(0);
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function open({ query, after, token }: StreamRequest, signal: AbortSignal): Promise<Response> {
  return fetch("/graphql", {
    // What the page shows comes first.
    priority: "low",
    method: "POST",
    cache: "no-store",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      "accept-language": LANGUAGE,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(after === undefined ? {} : { "last-event-id": after }),
    },
    body: JSON.stringify({ query }),
    signal,
  });
}
