import { setImmediate as turn } from "node:timers/promises";
import type { Transport } from "@alliance-hub/gateway/engine/engine";
import { expect, it } from "@jest/globals";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";
import { listen } from "../../support/listening.ts";

const graph = (fields: string): string =>
  compose([
    {
      name: "a",
      sdl: `type Query { a: Int } type Subscription { ticks(after: String): Thing }
        type Thing @key(fields: "id") { id: ID! ${fields} }`,
    },
  ]);

/** A subgraph whose log grows by a word; it says up to where it has told all, as the hub's own do. */
function createLogTransport() {
  const entries: number[] = [];
  let wake = Promise.withResolvers<void>();
  const transport: Transport = {
    send: async () => ({ data: {} }),
    subscribe: async function* ({ query }, { signal, resumeAfter }) {
      const ended = new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => resolve(), { once: true }),
      );
      let at = resumeAfter == null ? entries.length : Number(resumeAfter);
      for (let hasOpened = false; !signal.aborted;) {
        for (; at < entries.length && !signal.aborted; at++) {
          const ticks = { id: String(at), ...(query.includes("old") ? { old: "yes" } : {}) };
          yield { data: { ticks }, extensions: { position: String(at + 1) } };
        }
        if (!hasOpened) yield { extensions: { position: String(at) } };
        hasOpened = true;
        if (at === entries.length) await Promise.race([wake.promise, ended]);
      }
    },
    close: async () => undefined,
  };
  const add = (): void => {
    entries.push(entries.length);
    wake.resolve();
    wake = Promise.withResolvers();
  };
  return { transport, add, count: () => entries.length };
}

it("streams survive another supergraph without a gap if their operation still validates, and are told if not", async () => {
  const { transport, add, count } = createLogTransport();
  await using engine = await openEngine({
    supergraphSdl: graph("old: String"),
    transport: () => transport,
  });
  await using app = await startStreamApp({
    engine,
  });
  const { url } = app;
  await using stays = listen(url, { query: "subscription { ticks { id } }" });
  await using asksForOld = listen(url, { query: "subscription { ticks { id old } }" });
  while (stays.events.length === 0 || asksForOld.events.length === 0) {
    add();
    await turn();
  }
  const told = (): number[] =>
    stays.events.map(({ data }) => Number(data?.["data"]?.["ticks"]?.["id"]));
  const before = count();
  engine.swap(graph("fresh: String"));
  // Until something is told that happened behind the exchange: what happened meanwhile has been told before it.
  do {
    add();
    await turn();
  } while ((told().at(-1) ?? 0) < before);
  await asksForOld.done;
  const rejected = asksForOld.events.at(-2)?.data?.["errors"]?.[0]?.["extensions"]?.["code"];
  expect(rejected).toBe("GRAPHQL_VALIDATION_FAILED");
  const [first = 0] = told();
  expect(told()).toEqual(Array.from(stays.events, (_event, at) => first + at));
  await using fresh = listen(url, {
    query: 'subscription { ticks(after: "0") { id fresh } }',
  });
  await fresh.until(before);
});
