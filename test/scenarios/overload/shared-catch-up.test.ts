import { once } from "node:events";
import { readConfig } from "@alliance-hub/gateway/config";
import type { Transport } from "@alliance-hub/gateway/engine/engine";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";
import { figure } from "../../support/figures.ts";
import { patiently } from "../../support/patience.ts";

const GRAPH = compose([
  {
    name: "a",
    sdl: "type Query { quick: Int } type Subscription { ticks(after: String): String }",
  },
]);
const QUERY = "subscription ($after: String) { ticks(after: $after) }";

/** Updates that everybody has missed. */
const MISSED = 3;

/** A subgraph whose log tells as many updates as it may, each with the committees of whoever is told. */
function createLogTransport() {
  const readings: (string | null | undefined)[] = [];
  let allowed = 0;
  const transport: Transport = {
    send: async () => ({ data: { quick: 1 } }),
    subscribe: async function* (_fetch, { resumeAfter, signal, viewer }) {
      const ended = once(signal, "abort");
      if (resumeAfter != null) readings.push(resumeAfter);
      for (let number = Number(resumeAfter ?? MISSED) + 1; number <= MISSED; number++) {
        await until(
          () => signal.aborted || allowed >= number,
          (isSo) => isSo,
        );
        if (signal.aborted) return;
        const ticks = `${number} for ${viewer.committeeIds.join()}`;
        yield { data: { ticks }, extensions: { position: String(number) } };
      }
      yield { extensions: { position: String(MISSED) } };
      if (!signal.aborted) await ended;
    },
    close: async () => undefined,
  };
  const allow = (count: number): void => {
    allowed = count;
  };
  return { transport, readings, allow };
}

let closing: AsyncDisposableStack;
beforeEach(() => {
  closing = new AsyncDisposableStack();
});
afterEach(async () => {
  await closing.disposeAsync();
});

/** A hub in which one catches up at a time, and whose clients are in a committee unless they have left it. */
async function startApp() {
  const log = createLogTransport();
  const engine = closing.use(
    await openEngine({ supergraphSdl: GRAPH, transport: () => log.transport }),
  );
  const left = new Set<string>();
  const { limits } = readConfig({ HUB_MAX_CONCURRENT: "1" });
  const { url } = closing.use(
    await startStreamApp({
      engine,
      limits,
      identify: async (authorization = "") => ({
        ...ANONYMOUS,
        kind: "PERSON",
        subject: authorization,
        committeeIds: left.has(authorization) ? [] : ["committee"],
      }),
      standings: {
        readRevision: async () => String(left.size),
        watch: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
      },
    }),
  );
  /** Comes back after a position. Once this is fulfilled it waits for its turn, or reads. */
  const comeBack = async (name: string, after = "0") => {
    const leaving = new AbortController();
    closing.defer(() => leaving.abort());
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        accept: "text/event-stream",
        "content-type": "application/json",
        authorization: `Bearer ${name}`,
      },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
      signal: leaving.signal,
    });
    let text = "";
    const read = async (): Promise<void> => {
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? [])
        text += chunk;
    };
    void read().catch(() => undefined);
    const told = () => Array.from(text.matchAll(/"ticks":"([^"]*)"/g), ([, ticks]) => ticks);
    return {
      told,
      hangUp: () => leaving.abort(),
      until: async (count: number) => await patiently(told, ({ length }) => length >= count),
    };
  };
  const leave = (name: string): void => void left.add(`Bearer ${name}`);
  return { ...log, comeBack, leave, url };
}

describe("subscribers that come back to the same position with the same request", () => {
  it("are caught up as one", async () => {
    const { readings, allow, comeBack, url } = await startApp();
    const first = await comeBack("first");
    await patiently(
      () => readings.length,
      (length) => length === 1,
    );
    const names = Array.from({ length: 300 }, (_, at) => `person ${at % 7}`);
    const many = await Promise.all(names.map((name) => comeBack(name)));
    const behind = await comeBack("behind", "1");
    allow(MISSED);
    const all = ["1 for committee", "2 for committee", "3 for committee"];
    for (const one of [first, ...many]) expect(await one.until(MISSED)).toEqual(all);
    expect(await behind.until(MISSED - 1)).toEqual(all.slice(1));
    // Whoever came after the first had begun, and whoever had been told more.
    expect(readings).toHaveLength(3);
    expect(readings.filter((after) => after === "0")).toHaveLength(2);
    for (const name of ["queued", "in_progress"])
      await patiently(
        () => figure(url, `hub_catch_ups_${name}`),
        (found) => found === 0,
      );
    for (const one of [first, ...many]) expect(one.told()).toHaveLength(MISSED);
  });

  it("are told so only while they may see the same", async () => {
    const { readings, allow, comeBack, leave } = await startApp();
    const first = await comeBack("first");
    await patiently(
      () => readings.length,
      (length) => length === 1,
    );
    const [stays, leaves] = [await comeBack("stays"), await comeBack("leaves")];
    const left = await comeBack("left");
    leave("left");
    first.hangUp();
    allow(1);
    await stays.until(1);
    await leaves.until(1);
    leave("leaves");
    allow(MISSED);
    expect(await stays.until(MISSED)).toEqual([
      "1 for committee",
      "2 for committee",
      "3 for committee",
    ]);
    expect(await leaves.until(MISSED)).toEqual(["1 for committee", "2 for ", "3 for "]);
    expect(await left.until(MISSED)).toEqual(["1 for ", "2 for ", "3 for "]);
  });
});
