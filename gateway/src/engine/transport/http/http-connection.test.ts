import { describe, expect, it } from "@jest/globals";
import { createHttpTransport } from "./http.ts";
import { askTransport, faultOf } from "../testing/ask-transport.ts";
import {
  type Behaviour,
  hangUp,
  hangUpMidBody,
  json,
  openTestServer,
  silence,
} from "../testing/http-server.ts";

const good = json({ data: { a: 1 } });

/** Behaves badly once. */
const once =
  (behaviour: Behaviour): Behaviour =>
  (response, arrived) =>
    (arrived.nth === 1 ? behaviour : good)(response, arrived);

describe("a connection that breaks", () => {
  it("before a byte has come back: a query is sent again", async () => {
    await using server = await openTestServer(once(hangUp));
    const transport = createHttpTransport({ name: "things", url: server.url });
    expect(await askTransport(transport)).toEqual({ data: { a: 1 } });
    expect(server.arrived).toHaveLength(2);
    await transport.close();
  });

  it("twice: a query is not sent a third time", async () => {
    await using server = await openTestServer(hangUp);
    const transport = createHttpTransport({ name: "things", url: server.url });
    expect(await faultOf(transport)).toMatch(/cannot be reached \((ECONNRESET|UND_ERR_SOCKET)\)/);
    expect(server.arrived).toHaveLength(2);
    await transport.close();
  });

  it("before a byte has come back: a mutation is never sent again", async () => {
    await using server = await openTestServer(once(hangUp));
    const transport = createHttpTransport({ name: "things", url: server.url });
    expect(await faultOf(transport, { kind: "mutation" })).toMatch(/cannot be reached/);
    expect(server.arrived).toHaveLength(1);
    await transport.close();
  });

  it("within the answer: nothing is sent again", async () => {
    await using server = await openTestServer(once(hangUpMidBody));
    const transport = createHttpTransport({ name: "things", url: server.url });
    expect(await faultOf(transport)).toMatch(/broke off its answer/);
    expect(server.arrived).toHaveLength(1);
    await transport.close();
  });

  it("cannot be made: no word of the address", async () => {
    const server = await openTestServer(good);
    const { url, port } = server;
    await server[Symbol.asyncDispose]();
    const transport = createHttpTransport({ name: "things", url });
    const fault = await faultOf(transport);
    expect(fault).toMatch(/"things" cannot be reached \(ECONNREFUSED\)/);
    expect(fault).not.toMatch(/127|localhost/);
    expect(fault).not.toContain(String(port));
    await transport.close();
  });
});

describe("the deadline", () => {
  it("ends the waiting and the connection", async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await openTestServer((response) => {
      response.on("close", () => closed.resolve());
    });
    const transport = createHttpTransport({ name: "things", url: server.url });
    const fault = await faultOf(transport, { signal: AbortSignal.timeout(50) });
    expect(fault).toMatch(/did not answer within the deadline/);
    await closed.promise;
    await transport.close();
  });

  it("that has passed before: nothing is sent", async () => {
    await using server = await openTestServer(good);
    const transport = createHttpTransport({ name: "things", url: server.url });
    expect(await faultOf(transport, { signal: AbortSignal.abort() })).toMatch(/deadline/);
    expect(server.arrived).toHaveLength(0);
    await transport.close();
  });

  it("also ends what still waits for one of the connections", async () => {
    await using server = await openTestServer(silence);
    const transport = createHttpTransport({ name: "things", url: server.url });
    const gone = new AbortController();
    const faults = Array.from({ length: 70 }, (_one, nth) =>
      faultOf(transport, { variables: { nth }, signal: gone.signal }),
    );
    await server.hasArrived(64);
    server.behave(good);
    gone.abort();
    expect(new Set(await Promise.all(faults)).size).toBe(1);
    expect(await askTransport(transport)).toEqual({ data: { a: 1 } });
    expect(server.arrived).toHaveLength(65);
    await transport.close();
  });
});
