import type { Answer } from "./ask.ts";

/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  /** Parsed JSON; undefined for an event without data. */
  readonly data: Answer | undefined;
}

/** A request for a stream. */
export interface StreamQuestion {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string | undefined;
  readonly lastEventId?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called with each position that comes without an event: up to there, everything has been told. */
  readonly onPosition?: (position: string) => void;
}

/**
 * Reads a stream of server-sent events over a real socket (HTML Standard, section 9.2).
 *
 * @throws Error with the answer, if it is no stream; whatever `fetch` throws when the connection breaks.
 */
export async function* readEventStream(
  url: string,
  question: StreamQuestion,
): AsyncGenerator<StreamEvent> {
  const { query, variables, token, lastEventId, signal, onPosition } = question;
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  });
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream") || !answer.body)
    throw new Error(`${answer.status} ${await answer.text()}`);
  let text = "";
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const { event, id, data } = parseEvent(text.slice(0, end));
      text = text.slice(end + 2);
      if (event !== undefined) yield { event, id, data };
      else if (id !== undefined) onPosition?.(id);
    }
  }
}

/** What is between two empty lines; it has no event where there is only a position, or a heartbeat. */
function parseEvent(block: string): Omit<StreamEvent, "event"> & { event: string | undefined } {
  const fields = new Map(
    block
      .split("\n")
      .map((line) => /^(\w+):? ?(.*)$/.exec(line))
      .flatMap((match) => (match ? [[match[1], match[2]] as const] : [])),
  );
  const data = fields.get("data");
  return {
    event: fields.get("event"),
    id: fields.get("id"),
    data: data ? (JSON.parse(data) as Answer) : undefined,
  };
}
