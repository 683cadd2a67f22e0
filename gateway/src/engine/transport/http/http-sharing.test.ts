import { describe, expect, it } from "@jest/globals";
import { createHttpTransport } from "./http.ts";
import { type TransportAsk, askTransport, faultOf } from "../testing/ask-transport.ts";
import { type Behaviour, json, openTestServer } from "../testing/http-server.ts";

/** Holds every answer back until it is told to let them go. */
function gate(): { behaviour: Behaviour; open: () => void } {
  const opened = Promise.withResolvers<void>();
  return {
    open: opened.resolve,
    behaviour: (response, arrived) => {
      void opened.promise.then(() => json({ data: { list: [arrived.nth] } })(response, arrived));
    },
  };
}

describe("equal queries under way at the same time", () => {
  it("share a fetch, and each has an answer of its own", async () => {
    const { behaviour, open } = gate();
    await using server = await openTestServer(behaviour);
    const transport = createHttpTransport({ name: "things", url: server.url });
    const asked = [1, 2, 3].map(() => askTransport(transport, { subject: "p1" }));
    await server.hasArrived(1);
    open();
    const answers = await Promise.all(asked);
    expect(answers).toEqual([1, 1, 1].map((nth) => ({ data: { list: [nth] } })));
    expect(new Set(answers.map(({ data }) => data)).size).toBe(3);
    expect(server.arrived).toHaveLength(1);
    expect(await askTransport(transport, { subject: "p1" })).toEqual({ data: { list: [2] } });
    await transport.close();
  });

  it.each<[string, TransportAsk, TransportAsk]>([
    ["mutations", { kind: "mutation" }, { kind: "mutation" }],
    ["other viewers", { subject: "p1" }, { subject: "p2" }],
    ["other variables", { variables: { a: 1 } }, { variables: { a: 2 } }],
    ["other documents", { query: "{ a }" }, { query: "{ b }" }],
  ])("are two fetches for %s", async (_shown, one, other) => {
    const { behaviour, open } = gate();
    await using server = await openTestServer(behaviour);
    const transport = createHttpTransport({ name: "things", url: server.url });
    const asked = [one, other].map((ask) => askTransport(transport, ask));
    await server.hasArrived(2);
    open();
    await Promise.all(asked);
    await transport.close();
  });

  it("are two fetches where the added headers differ", async () => {
    const { behaviour, open } = gate();
    await using server = await openTestServer(behaviour);
    let tenant = 0;
    const headers = (): { tenant: string } => ({ tenant: String(++tenant) });
    const transport = createHttpTransport({ name: "things", url: server.url, headers });
    const asked = [1, 2].map(() => askTransport(transport));
    await server.hasArrived(2);
    open();
    await Promise.all(asked);
    await transport.close();
  });

  it("go on for the others when one of them is no longer waited for", async () => {
    const { behaviour, open } = gate();
    await using server = await openTestServer(behaviour);
    const transport = createHttpTransport({ name: "things", url: server.url });
    const gone = new AbortController();
    const first = faultOf(transport, { signal: gone.signal });
    const second = askTransport(transport);
    const third = faultOf(transport, { signal: AbortSignal.timeout(20) });
    await server.hasArrived(1);
    gone.abort();
    expect(await first).toMatch(/no longer waited for/);
    expect(await third).toMatch(/deadline/);
    open();
    expect(await second).toEqual({ data: { list: [1] } });
    await transport.close();
  });

  it("are not joined once a mutation has ended in between", async () => {
    const { behaviour, open } = gate();
    await using server = await openTestServer(behaviour);
    const transport = createHttpTransport({ name: "things", url: server.url });
    const before = askTransport(transport);
    await server.hasArrived(1);
    server.behave(json({ data: { list: ["after"] } }));
    await askTransport(transport, { kind: "mutation" });
    expect(await askTransport(transport)).toEqual({ data: { list: ["after"] } });
    open();
    expect(await before).toEqual({ data: { list: [1] } });
    await transport.close();
  });
});
