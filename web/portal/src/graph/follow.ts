import { afterRejection, tokenToSend } from "@alliance-hub/web-shared/renewal.ts";
import { watchSession } from "@alliance-hub/web-shared/session.ts";
import { type StreamEvent, readEventStream } from "./event-stream.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";
import { pause } from "./pause.ts";
import { onceHidden, untilShown } from "./visibility.ts";

/** Who follows a subscription. */
export interface Follower<Result> {
  /** The position after which changes are told. Default: where the log is when the stream is open. */
  readonly from?: string | undefined;
  readonly told: (result: Result) => void;
  /** The log goes on from a new position: what changed before is not told. Called as soon as the stream is open. */
  readonly begun: (how: "first" | "again") => void;
  readonly connected: (isConnected: boolean) => void;
  /** Fires when nobody follows any more. */
  readonly signal: AbortSignal;
}

/** Pauses before an attempt, in milliseconds: the last one goes on. */
const PAUSES_MS = [0, 500, 1000, 3000, 10_000];
/**
 * A page that nobody looks at lets its connection go after this time, in milliseconds: browsers have six for one
 * host, and whoever has many tabs open could otherwise ask nothing any more.
 */
const HIDDEN_MS = 20_000;

/** Errors that end a stream, after which it goes on from its position. */
const PASSING = ["UNAUTHENTICATED", "OVERLOADED", "SUBGRAPH_UNAVAILABLE", "TIMEOUT", "INTERNAL"];

/**
 * Follows a subscription for as long as a page is looked at. A connection that ends is taken up again after the
 * last position, so that nothing is missed and nothing comes twice.
 */
export async function follow<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  { from, told, begun, connected, signal }: Follower<Result>,
): Promise<void> {
  let position = from;
  let how: "first" | "again" = from === undefined ? "first" : "again";
  let attempt = 0;
  const take = (event: StreamEvent<Result>): void => {
    attempt = 0;
    connected(true);
    if (event.position !== undefined) {
      const isBeginning = position === undefined;
      position = event.position;
      if (isBeginning) begun(how);
      how = "again";
    }
    if (event.answer?.data) told(event.answer.data);
  };
  while (!signal.aborted) {
    // All pages lose a hub at the same moment, and do not come back at the same one.
    const longestMs = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0;
    await pause(longestMs * (0.5 + Math.random() / 2), signal);
    await untilShown(signal);
    const turn = beginTurn(signal);
    attempt += 1;
    try {
      const token = await tokenToSend();
      const request = { query: document.toString(), after: position, token, signal: turn.signal };
      for await (const event of readEventStream<Result>(request)) {
        const code = event.answer?.data ? undefined : event.answer?.errors?.[0]?.extensions?.code;
        if (code === "UNAUTHENTICATED") await afterRejection(token);
        // The log does not go on from there (`RESYNC_REQUIRED`), or the hub does not know this position.
        else if (code !== undefined && !PASSING.includes(code)) position = undefined;
        if (event.answer && !event.answer.data) break;
        take(event);
      }
    } catch {
      // The hub, the issuer or the network is away.
    }
    turn.end();
    if (turn.isOver()) attempt = 0;
    else connected(false);
  }
}

/** A connection ends early when the token is another one, or the page is not looked at any more. */
function beginTurn(signal: AbortSignal) {
  const ending = new AbortController();
  let isOver = false;
  const over = (): void => {
    isOver = true;
    ending.abort();
  };
  const ends = [
    onceHidden(HIDDEN_MS, over),
    watchSession((now, before) => {
      if (now.session?.token !== before.session?.token) over();
    }),
  ];
  return {
    signal: AbortSignal.any([signal, ending.signal]),
    isOver: () => isOver,
    end: () => {
      for (const end of ends) end();
    },
  };
}
