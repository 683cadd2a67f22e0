import { once } from "node:events";
import { request } from "node:http";
import type { Transport } from "@alliance-hub/gateway/engine/engine";
import { readConfig } from "@alliance-hub/gateway/config";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";
import { type StreamEvent, readEventStream } from "../../support/event-stream.ts";
import { figure } from "../../support/figures.ts";
import { patiently } from "../../support/patience.ts";
import { openAs } from "../../support/socket.ts";

const GRAPH = compose([
  {
    name: "a",
    sdl: "type Query { quick: Int } type Subscription { ticks(after: String, of: String): String }",
  },
]);
const SUBSCRIBE = "subscription ($after: String, $of: String) { ticks(after: $after, of: $of) }";

/** A subscriber's catch-up: a subgraph reads its log for it, one update after the other. */
interface Reading {
  readonly of: string;
  /** Tells of one more update. */
  tell(text: string): void;
  /** Nothing more was missed. */
  finish(): void;
}

/** Whose updates need what is away. */
const AWAY = "away";
const LACKING = {
  data: { ticks: null },
  errors: [{ message: "away", path: ["ticks"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } }],
};

/** A subgraph with a log in which everybody has missed what its test says. */
function createLogTransport() {
  const readings: Reading[] = [];
  const transport: Transport = {
    send: async () => ({ data: { quick: 1 } }),
    subscribe: async function* ({ variables }, { resumeAfter, signal }) {
      const ended = once(signal, "abort");
      if (resumeAfter != null) {
        const missed: string[] = [];
        let wake = Promise.withResolvers<void>();
        let isOver = false;
        readings.push({
          of: String(variables?.["of"]),
          tell: (text) => {
            missed.push(text);
            wake.resolve();
          },
          finish: () => {
            isOver = true;
            wake.resolve();
          },
        });
        let number = 0;
        if (variables?.["of"] === AWAY)
          yield { ...LACKING, extensions: { position: `${resumeAfter}.1` } };
        while (!signal.aborted && (missed.length > 0 || !isOver)) {
          const text = missed.shift();
          if (text === undefined) await Promise.race([wake.promise, ended]);
          else
            yield { data: { ticks: text }, extensions: { position: `${resumeAfter}.${++number}` } };
          wake = Promise.withResolvers<void>();
        }
      }
      yield { extensions: { position: "end" } };
      if (!signal.aborted) await ended;
    },
    close: async () => undefined,
  };
  const find = async (of: string): Promise<Reading> =>
    await patiently(
      async () => readings.find((reading) => reading.of === of),
      (reading) => reading !== undefined,
    ).then((reading) => reading as Reading);
  return { transport, readings, find };
}

let closing: AsyncDisposableStack;
beforeEach(() => {
  closing = new AsyncDisposableStack();
});
afterEach(async () => {
  await closing.disposeAsync();
});

async function startApp(
  settings: NodeJS.ProcessEnv,
  over: { readonly resumeArgument?: undefined } = {},
) {
  const log = createLogTransport();
  const engine = closing.use(
    await openEngine({ supergraphSdl: GRAPH, transport: () => log.transport }),
  );
  const { limits } = readConfig(settings);
  const app = closing.use(await startStreamApp({ engine, limits, ...over }));
  /** Follows from a position over server-sent events. */
  const follow = (of: string, lastEventId?: string) => {
    const leaving = new AbortController();
    const events: StreamEvent[] = [];
    const read = async (): Promise<void> => {
      const variables = { after: "0", of };
      const { signal } = leaving;
      const question = { query: SUBSCRIBE, variables, lastEventId, signal };
      for await (const event of readEventStream(app.url, question)) events.push(event);
    };
    let isOver = false;
    const done = read()
      .catch(() => undefined)
      .finally(() => (isOver = true));
    closing.defer(() => leaving.abort());
    const leave = async (): Promise<void> => {
      leaving.abort();
      await done;
    };
    return {
      leave,
      isOver: () => isOver,
      told: async (count: number): Promise<unknown> =>
        await patiently(
          async () => events.length,
          (length) => length >= count,
        ),
    };
  };
  const catchUps = async (inProgress: number, queued: number): Promise<void> => {
    for (const [name, value] of Object.entries({ in_progress: inProgress, queued }))
      await patiently(
        () => figure(app.url, `hub_catch_ups_${name}`),
        (found) => found === value,
      );
  };
  return { ...log, follow, catchUps, url: app.url };
}

describe("subscribers that catch up", () => {
  it("read so many at once, whatever number comes back, and requests are answered meanwhile", async () => {
    const { readings, follow, catchUps, url } = await startApp({ HUB_MAX_CONCURRENT: "8" });
    const streams = Array.from({ length: 20 }, (_, at) => follow(String(at)));
    using dialogue = await openAs(url, undefined);
    dialogue.say({
      id: "1",
      type: "subscribe",
      payload: { query: SUBSCRIBE, variables: { after: "0", of: "socket" } },
    });
    await catchUps(2, 19);
    expect(readings).toHaveLength(2);
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ quick }" }),
    });
    expect(await answer.json()).toEqual({ data: { quick: 1 } });
    for (let at = 0; at <= streams.length; at++) {
      await patiently(
        async () => readings.length,
        (length) => length > at,
      );
      readings[at]?.tell("missed");
      readings[at]?.finish();
    }
    for (const stream of streams) await stream.told(1);
    await dialogue.until(({ type }) => type === "next");
    await catchUps(0, 0);
  });

  it("are forgotten when they leave, whether they read or wait", async () => {
    const { readings, find, follow, catchUps } = await startApp({ HUB_MAX_CONCURRENT: "1" });
    const first = follow("first");
    await catchUps(1, 0);
    const waits = follow("second");
    await catchUps(1, 1);
    await waits.leave();
    await catchUps(1, 0);
    const third = follow("third");
    await catchUps(1, 1);
    await first.leave();
    const reading = await find("third");
    reading.tell("missed");
    reading.finish();
    await third.told(1);
    expect(readings.map(({ of }) => of)).toEqual(["first", "third"]);
  });

  it("hold no slot while they take nothing", async () => {
    const { find, follow, catchUps, url } = await startApp({ HUB_MAX_CONCURRENT: "1" });
    const asked = request(`${url}/graphql`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
    });
    closing.defer(() => void asked.destroy());
    asked.on("error", () => undefined);
    asked.end(JSON.stringify({ query: SUBSCRIBE, variables: { after: "0", of: "slow" } }));
    // The answer is there, and nobody reads it.
    await once(asked, "response");
    const slow = await find("slow");
    for (let update = 0; update < 16; update++) slow.tell("长".repeat(1_000_000));
    await catchUps(0, 0);
    const other = follow("other");
    const reading = await find("other");
    reading.tell("missed");
    reading.finish();
    await other.told(1);
  });

  it("hold none where nobody knows when they have caught up", async () => {
    const { readings, follow } = await startApp(
      { HUB_MAX_CONCURRENT: "1" },
      { resumeArgument: undefined },
    );
    follow("one", "0");
    follow("other", "0");
    await patiently(
      () => readings.length,
      (length) => length === 2,
    );
  });

  it("hold no slot while a subgraph is away", async () => {
    const { find, follow } = await startApp({ HUB_MAX_CONCURRENT: "1" });
    const away = follow(AWAY);
    await find(AWAY);
    const other = follow("other");
    const reading = await find("other");
    reading.tell("missed");
    reading.finish();
    await other.told(1);
    expect(away.isOver()).toBe(false);
  });

  it("make way for others after a while, however much they missed", async () => {
    const { find, follow } = await startApp({ HUB_MAX_CONCURRENT: "1" });
    const long = follow("long");
    const endless = await find("long");
    const telling = setInterval(() => endless.tell("missed"), 1);
    closing.defer(() => clearInterval(telling));
    await long.told(1);
    const other = follow("other");
    const reading = await find("other");
    reading.tell("missed");
    reading.finish();
    await other.told(1);
  });
});
