import { setImmediate as turn } from "node:timers/promises";
import type { Transport } from "@alliance-hub/gateway/engine/engine";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { expect, it } from "@jest/globals";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";
import { listen } from "../../support/listening.ts";

const GRAPH = compose([
  { name: "a", sdl: "type Query { a: Int } type Subscription { ticks(after: String): ID }" },
]);

/** A subgraph whose log only those read who are of committee "c". */
function createTransport() {
  let entries = 0;
  const waiting = new Set<() => void>();
  const transport: Transport = {
    send: async () => ({ data: {} }),
    subscribe: async function* (_fetch, { signal, resumeAfter, viewer }) {
      let at = resumeAfter == null ? entries : Number(resumeAfter);
      for (let hasOpened = false; !signal.aborted;) {
        for (; at < entries && !signal.aborted; at++)
          if (viewer.committeeIds.includes("c"))
            yield { data: { ticks: String(at) }, extensions: { position: String(at + 1) } };
        if (!hasOpened) yield { extensions: { position: String(at) } };
        hasOpened = true;
        if (at < entries || signal.aborted) continue;
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
          signal.addEventListener("abort", () => resolve(), { once: true });
        });
      }
    },
    close: async () => undefined,
  };
  const add = (): void => {
    entries += 1;
    for (const wake of waiting) wake();
    waiting.clear();
  };
  return { transport, add };
}

it("nobody is told as whoever it was before, also where nothing says that it has changed", async () => {
  const { transport, add } = createTransport();
  await using engine = await openEngine({ supergraphSdl: GRAPH, transport: () => transport });
  const standing = { version: 1, committeeIds: ["c"] };
  let reads = 0;
  await using app = await startStreamApp({
    engine,
    identify: async (authorization) =>
      authorization === undefined
        ? { ...ANONYMOUS, committeeIds: ["c"] }
        : {
            ...ANONYMOUS,
            kind: "PERSON",
            subject: "委员 017",
            committeeIds: standing.committeeIds,
          },
    standings: {
      readRevision: async () => {
        reads += 1;
        return String(standing.version);
      },
      watch: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
    },
  });
  const { url } = app;
  const query = "subscription { ticks }";
  await using member = listen(url, { query, token: "any" });
  await using other = listen(url, { query });
  while (member.events.length === 0 || other.events.length === 0) {
    add();
    await turn();
  }
  const ticks = ({ events }: typeof member): number[] =>
    events.map(({ data }) => Number(data?.["data"]?.["ticks"]));
  const last = (): number => ticks(other).at(-1) ?? 0;
  // Both have been told everything there is.
  while (ticks(member).at(-1) !== last()) await turn();
  const before = [...ticks(member)];

  standing.committeeIds = [];
  standing.version += 1;
  const told = other.events.length;
  for (let number = 0; number < 5; number++) add();
  await other.until(told + 5);
  // The rounds in which the others were told are over, and one more has begun.
  const seen = reads;
  add();
  await other.until(told + 6);
  expect(reads).toBeGreaterThan(seen);
  expect(ticks(member)).toEqual(before);
});
