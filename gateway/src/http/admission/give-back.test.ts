import { once } from "node:events";
import { createLog } from "@alliance-hub/platform/log/log";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import type { Transport } from "../../engine/engine.ts";
import { createHttpTransport } from "../../engine/transport/http/http.ts";
import { createLocalTransport } from "../../engine/transport/local.ts";
import {
  type TestServer,
  json,
  openTestServer,
  silence,
} from "../../engine/transport/testing/http-server.ts";
import { identifyCaller } from "../request/identify-caller.ts";
import { giveBackWhenDone } from "./give-back.ts";

const FETCH = { operationName: undefined, variables: {} };

/** A subgraph in this process whose fields answer when the test says so. */
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
  } as unknown as Subgraph; // the parts of a subgraph that are called
  return {
    held,
    transport: createLocalTransport(subgraph, createLog({ level: "silent", name: "a" })),
  };
}

/** A request to one of the hub's own subgraphs, which finishes what it has begun. */
const transportToOwn = ({ url }: Pick<TestServer, "url">): Transport =>
  createHttpTransport({
    name: "a",
    url,
    gatewaySecret: "a secret of more than thirty-two characters",
  });

/** A subgraph on a server that answers when the test says so. */
async function openSlowServer() {
  const arriving = Promise.withResolvers<() => void>();
  const server = await openTestServer((response, arrived) =>
    arriving.resolve(() => json({ data: { a: 1 } })(response, arrived)),
  );
  return { server, arrived: arriving.promise };
}

/** Sends a request for a client that goes when the test says so. */
function askOver(transport: Transport, query = "{ a }") {
  const gone = new AbortController();
  const request = { viewer: ANONYMOUS, requestId: "1", signal: gone.signal };
  const kind = query.startsWith("mutation") ? "mutation" : "query";
  const answer = transport.send(
    { ...FETCH, kind, query, queryJson: JSON.stringify(query) },
    request,
  );
  answer.catch(() => undefined);
  return { gone, answer };
}

/** Releases a slot for a request. */
function giveBack(signal: AbortSignal) {
  const given = new EventTarget();
  const state = { isGiven: false };
  const back = once(given, "given");
  const slot = {
    [Symbol.dispose]: () => void ((state.isGiven = true), given.dispatchEvent(new Event("given"))),
  };
  giveBackWhenDone(slot, signal);
  return { state, back };
}

describe("a slot", () => {
  it("is given back when the work is done, not when the client has gone", async () => {
    const { held, transport } = startSlow();
    const { gone, answer } = askOver(transport);
    gone.abort();
    await expect(answer).rejects.toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    const { state, back } = giveBack(gone.signal);
    expect(state.isGiven).toBe(false);
    for (const letGo of held) letGo();
    await back;
  });

  it.each(["{ a }", "mutation { b }"])(
    "is given back when a subgraph of its own over HTTP has done %s",
    async (query) => {
      const { server, arrived } = await openSlowServer();
      await using _server = server;
      const transport = transportToOwn(server);
      const { gone, answer } = askOver(transport, query);
      const letGo = await arrived;
      gone.abort();
      await expect(answer).rejects.toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
      const { state, back } = giveBack(gone.signal);
      await new Promise(setImmediate);
      expect(state.isGiven).toBe(false);
      letGo();
      await back;
      await transport.close();
    },
  );

  it("is held by whoever waited last for a fetch that several share", async () => {
    const { server, arrived } = await openSlowServer();
    await using _server = server;
    const transport = transportToOwn(server);
    const [first, second] = [askOver(transport), askOver(transport)];
    const letGo = await arrived;
    first.gone.abort();
    const ofFirst = giveBack(first.gone.signal);
    await new Promise(setImmediate);
    expect(ofFirst.state.isGiven).toBe(false);
    second.gone.abort();
    const ofSecond = giveBack(second.gone.signal);
    await ofFirst.back;
    expect(ofSecond.state.isGiven).toBe(false);
    letGo();
    await ofSecond.back;
    await transport.close();
  });

  it("is held for no subgraph once its transport is closed", async () => {
    await using server = await openTestServer(silence);
    const transport = transportToOwn(server);
    const { gone } = askOver(transport);
    await server.hasArrived(1);
    gone.abort();
    const { state, back } = giveBack(gone.signal);
    expect(state.isGiven).toBe(false);
    await transport.close();
    await back;
  });

  it("is given back when a fetch has been broken off", async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await openTestServer((response) => {
      response.on("close", () => closed.resolve());
    });
    const transport = createHttpTransport({ name: "a", url: server.url });
    const { gone } = askOver(transport);
    await server.hasArrived(1);
    gone.abort();
    await giveBack(gone.signal).back;
    await closed.promise;
    await transport.close();
  });

  it("is given back when it is known who asked", async () => {
    const gone = new AbortController();
    const identified = Promise.withResolvers<typeof ANONYMOUS>();
    const viewer = identifyCaller(() => identified.promise, "Bearer good", gone.signal);
    gone.abort();
    await expect(viewer).rejects.toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    const { state, back } = giveBack(gone.signal);
    expect(state.isGiven).toBe(false);
    identified.resolve(ANONYMOUS);
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
