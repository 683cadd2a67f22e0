import { describe, expect, it } from "@jest/globals";
import type { Transport } from "../../engine.ts";
import { createHttpTransport } from "./http.ts";
import { askTransport, faultOf } from "../testing/ask-transport.ts";
import {
  type TestServer,
  hangUpMidBody,
  json,
  openTestServer,
  text,
} from "../testing/http-server.ts";

const good = json({ data: { a: 1 } });

function open(server: TestServer, retryAfterMs?: number): Transport {
  return createHttpTransport({
    name: "things",
    url: server.url,
    maxResponseBytes: 10_000,
    ...(retryAfterMs === undefined ? {} : { breaker: { retryAfterMs } }),
  });
}

/** Asks so often, one after the other, and whatever the answer. */
async function askTimes(times: number, transport: Transport): Promise<void> {
  for (let nth = 0; nth < times; nth++) await askTransport(transport).catch(() => undefined);
}

describe("the circuit of a subgraph", () => {
  it.each([
    ["closes mid-body", hangUpMidBody],
    ["answers HTML", text("<html>")],
    ["answers 500 without GraphQL", text("", 500)],
    ["answers too much", json({ data: { a: "a".repeat(20_000) } })],
  ])("opens when it %s five times in a row, and says so", async (_shown, behaviour) => {
    await using server = await openTestServer(behaviour);
    const transport = open(server);
    await askTimes(5, transport);
    server.behave(good);
    expect(await faultOf(transport)).toMatch(
      /several times in a row and is tried again in \d\.\d s/,
    );
    expect(server.arrived).toHaveLength(5);
    await transport.close();
  });

  it("opens when it is late five times in a row", async () => {
    await using server = await openTestServer(() => undefined);
    const transport = open(server);
    const late = (nth: number): Promise<string> =>
      faultOf(transport, { variables: { nth }, signal: AbortSignal.timeout(300) });
    await Promise.all([1, 2, 3, 4, 5].map(late));
    expect(await faultOf(transport)).toMatch(/several times in a row/);
    await transport.close();
  });

  it.each([
    ["GraphQL errors", json({ errors: [{ message: "No." }] }, 500)],
    ["the request's own fault", text("<html>", 413)],
  ])("stays closed for %s", async (_shown, behaviour) => {
    await using server = await openTestServer(behaviour);
    const transport = open(server);
    await askTimes(10, transport);
    server.behave(good);
    expect(await askTransport(transport)).toEqual({ data: { a: 1 } });
    await transport.close();
  });

  it("stays closed when clients go away", async () => {
    await using server = await openTestServer(() => undefined);
    const transport = open(server);
    for (let nth = 1; nth <= 10; nth++) {
      const gone = new AbortController();
      const fault = faultOf(transport, { signal: gone.signal });
      await server.hasArrived(nth);
      gone.abort();
      expect(await fault).toMatch(/no longer waited for/);
    }
    server.behave(good);
    expect(await askTransport(transport)).toEqual({ data: { a: 1 } });
    await transport.close();
  });

  it("closes with the first answer after the pause, for all who ask by then", async () => {
    await using server = await openTestServer(text("<html>"));
    const transport = open(server, 20);
    await askTimes(5, transport);
    server.behave(good);
    let answers: unknown[] = [];
    while (answers.length === 0) {
      const asked = [1, 2, 3].map((nth) => askTransport(transport, { variables: { nth } }));
      answers = await Promise.all(asked).catch(() => []);
    }
    expect(answers).toEqual([1, 2, 3].map(() => ({ data: { a: 1 } })));
    await transport.close();
  });

  it("opens again with the first failure after the pause", async () => {
    await using server = await openTestServer(text("<html>"));
    const transport = open(server, 20);
    await askTimes(5, transport);
    while (server.arrived.length === 5) await askTimes(1, transport);
    expect(await faultOf(transport)).toMatch(/several times in a row/);
    await transport.close();
  });
});
