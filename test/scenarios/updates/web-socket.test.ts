import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { createClient as createSseClient } from "graphql-sse";
import { WebSocket } from "ws";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";

const SUBSCRIBE = operation("ActivityUpdates");
const PROTOCOL = "graphql-transport-ws";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const address = (): string => `${hub.url.replace("http", "ws")}/graphql`;

/** A dialogue with the socket: what is sent, and with which code it is closed. */
async function closed(...said: (object | string)[]): Promise<number> {
  const socket = new WebSocket(address(), PROTOCOL);
  const ended = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve) => socket.once("open", resolve));
  for (const message of said) {
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }
  return await ended;
}

const init = { type: "connection_init" };
const subscribe = { id: "1", type: "subscribe", payload: { query: SUBSCRIBE } };

describe("a WebSocket", () => {
  it("is closed with the protocol's code for whatever the protocol does not allow", async () => {
    expect(await closed("no JSON")).toBe(4400);
    expect(await closed({ type: "unknown" })).toBe(4400);
    expect(await closed(subscribe)).toBe(4401);
    expect(await closed({ ...init, payload: { authorization: "Bearer nobody" } })).toBe(4403);
    expect(await closed()).toBe(4408);
    expect(await closed(init, init)).toBe(4429);
  });

  it("is closed with 4409 for a second subscription of one id", async () => {
    const socket = new WebSocket(address(), PROTOCOL);
    const ended = new Promise((resolve) => socket.once("close", resolve));
    await new Promise((resolve) => socket.once("open", resolve));
    const acknowledged = new Promise((resolve) => socket.once("message", resolve));
    socket.send(JSON.stringify(init));
    await acknowledged;
    socket.send(JSON.stringify(subscribe));
    socket.send(JSON.stringify(subscribe));
    expect(await ended).toBe(4409);
  });

  it("has a hundred operations under way at most", async () => {
    const client = createClient({ url: address(), webSocketImpl: WebSocket, lazy: false });
    const first = Array.from({ length: 100 }, () => client.iterate({ query: SUBSCRIBE }));
    const told = first.map((stream) => stream.next());
    await opened(client).catch(() => undefined);
    await expect(client.iterate({ query: SUBSCRIBE }).next()).rejects.toMatchObject([
      { extensions: { code: "RATE_LIMITED" } },
    ]);
    await client.dispose();
    await Promise.allSettled(told);
  });

  it("without the protocol's name is refused, elsewhere there is none", async () => {
    const refused = async (url: string, protocol?: string): Promise<unknown> => {
      const socket = new WebSocket(url, protocol ?? []);
      return await new Promise((resolve) => {
        socket.once("close", resolve);
        socket.once("error", () => resolve("error"));
      });
    };
    expect(await refused(address(), "graphql-ws")).not.toBe(1000);
    expect(await refused(address().replace("/graphql", "/other"), PROTOCOL)).toBe("error");
  });
});

describe("the clients of the packages themselves", () => {
  it("graphql-ws: subscribes, is told of errors, and ends one of several", async () => {
    const client = createClient({
      url: address(),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await hub.tokenOf("445202-secretary")}` },
    });
    const wrong = client.iterate({ query: "subscription { nothing }" });
    await expect(wrong.next()).rejects.toMatchObject([
      { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
    ]);
    const given = client.iterate({ query: SUBSCRIBE, variables: { after: "nowhere" } });
    expect((await given.next()).value).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT" } }],
    });
    const query = client.iterate({ query: "{ viewer { subject } }" });
    expect((await query.next()).value).toEqual({
      data: { viewer: { subject: "demo:445202-secretary" } },
    });

    const { end: after } = await pollUpdates(hub, null);
    const [first, second] = [
      client.iterate({ query: SUBSCRIBE, variables: { after } }),
      client.iterate({ query: SUBSCRIBE, variables: { after } }),
    ];
    const told = [first.next(), second.next()];
    const id = await scheduleActivity(hub, "联合宣讲");
    for (const { value } of await Promise.all(told)) {
      expect(value).toMatchObject({ data: { activityUpdates: { activity: { id } } } });
    }
    await first.return?.();
    const more = second.next();
    const another = await scheduleActivity(hub, "再次宣讲");
    expect((await more).value).toMatchObject({
      data: { activityUpdates: { activity: { id: another } } },
    });
    await client.dispose();
  });

  it("graphql-sse: subscribes and is told", async () => {
    const client = createSseClient({ url: `${hub.url}/graphql` });
    const { end: after } = await pollUpdates(hub, null);
    const stream = client.iterate({ query: SUBSCRIBE, variables: { after } });
    const told = stream.next();
    const id = await scheduleActivity(hub, "联合巡逻");
    expect((await told).value).toMatchObject({
      data: { activityUpdates: { type: "SCHEDULED", activity: { id } } },
    });
    await stream.return?.();
    client.dispose();
  });
});

/** Waits until what was asked before on this connection has reached the hub: a later query is answered. */
async function opened(client: ReturnType<typeof createClient>): Promise<void> {
  for await (const _result of client.iterate({ query: "{ viewer { subject } }" })) return;
}
