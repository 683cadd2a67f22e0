import { openTestServer, text } from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { describe, expect, it } from "@jest/globals";
import { askEngine } from "../../support/federation/ask-engine.ts";
import { REST, WHOLE, expectFaults } from "./expect-fault.ts";
import { QUERY, openFaultStage, sound } from "./stage.ts";

/** How long a circuit stays open, and what a slow machine takes beside that, in milliseconds. */
const WINDOW_MS = 2000 + 20_000;

describe("a subgraph that comes back", () => {
  it("after it was down is asked again within the breaker's window", async () => {
    await using stage = await openFaultStage();
    const { port } = stage.stock;
    await stage.stock[Symbol.asyncDispose]();
    for (let nth = 0; nth < 10; nth++) {
      const result = await askEngine(stage.engine, { query: QUERY });
      expect(result.data).toEqual(REST);
      expectFaults(result);
    }
    await using _back = await openTestServer(sound, port);
    const backAt = performance.now();
    let result = await askEngine(stage.engine, { query: QUERY });
    while (result.errors && performance.now() - backAt < WINDOW_MS)
      result = await askEngine(stage.engine, { query: QUERY });
    expect(result).toEqual({ data: WHOLE });
  });

  it("is not asked while the circuit is open", async () => {
    await using stage = await openFaultStage();
    stage.stock.behave(text("<html>"));
    for (let nth = 0; nth < 5; nth++) await askEngine(stage.engine, { query: "{ open }" });
    const before = stage.stock.arrived.length;
    const result = await askEngine(stage.engine, { query: "{ open }" });
    expect(stage.stock.arrived).toHaveLength(before);
    expectFaults(result);
    expect(result.errors?.[0]?.message).toMatch(/failed several times in a row and is tried again/);
  });

  it("does not make its fellows wait while it is down", async () => {
    await using stage = await openFaultStage();
    await stage.stock[Symbol.asyncDispose]();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => askEngine(stage.engine, { query: QUERY })),
    );
    for (const { data } of answers) expect(data).toEqual(REST);
  });
});
