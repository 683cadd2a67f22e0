import { once } from "node:events";
import { createLog } from "@alliance-hub/kit/log/log";
import type { Subgraph } from "@alliance-hub/kit/subgraph/subgraph";
import { ANONYMOUS } from "@alliance-hub/kit/viewer/viewer";
import { describe, expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { createLocalTransport } from "../../engine/transport/local.ts";
import { giveBackWhenDone } from "./give-back.ts";

const FETCH = { operationName: undefined, variables: {} };

/** A subgraph in this process whose fields are answered when they are let go. */
function startSlow() {
  const held: (() => void)[] = [];
  const hold = (): Promise<void> => new Promise((resolve) => held.push(resolve));
  const schema = buildSchema("type Query { a: Int } type Mutation { b: Int }");
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = hold;
  const subgraph = {
    name: "a",
    schema,
    createContext: () => ({}),
    close: async () => undefined,
  } as unknown as Subgraph;
  return {
    held,
    transport: createLocalTransport(subgraph, createLog({ level: "silent", name: "a" })),
  };
}

describe("a slot", () => {
  it("is given back when the work is done, not when the client has gone", async () => {
    const { held, transport } = startSlow();
    const gone = new AbortController();
    const request = { viewer: ANONYMOUS, requestId: "1", signal: gone.signal };
    const query = "{ a }";
    const answer = transport.send(
      { ...FETCH, kind: "query", query, queryJson: JSON.stringify(query) },
      request,
    );
    gone.abort();
    await expect(answer).rejects.toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    const given = new EventTarget();
    let isGiven = false;
    giveBackWhenDone(
      { [Symbol.dispose]: () => void ((isGiven = true), given.dispatchEvent(new Event("given"))) },
      gone.signal,
    );
    expect(isGiven).toBe(false);
    const back = once(given, "given");
    for (const letGo of held) letGo();
    await back;
  });

  it.each([
    ["query", "{ a }", { service: "a" }],
    ["mutation", "mutation { b }", { outcome: "UNCHANGED" }],
  ] as const)("has no %s begun for a client that has gone", async (kind, query, extensions) => {
    const { held, transport } = startSlow();
    const request = { viewer: ANONYMOUS, requestId: "1", signal: AbortSignal.abort() };
    await expect(
      transport.send({ ...FETCH, kind, query, queryJson: JSON.stringify(query) }, request),
    ).rejects.toMatchObject({ extensions });
    expect(held).toEqual([]);
  });
});
