import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, it } from "@jest/globals";
import fc from "fast-check";
import { WebSocket } from "ws";
import { operation } from "../../support/contract.ts";
import { figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { patiently } from "../../support/patience.ts";
import { openAs } from "../../support/socket.ts";

const MOST = 10;
const SUBSCRIBE = operation("ActivityUpdates");

let hub: TestHub;
let token: string;
beforeAll(async () => {
  hub = await startHub({ HUB_MAX_STREAMS_PER_VIEWER: String(MOST) });
  token = await hub.tokenOf("445202-secretary");
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const body = JSON.stringify({ query: SUBSCRIBE });
const post = (): string =>
  [
    "POST /graphql HTTP/1.1",
    "host: hub",
    "accept: text/event-stream",
    "content-type: application/json",
    `authorization: Bearer ${token}`,
    `content-length: ${body.length}`,
    "",
    body,
  ].join("\r\n");

async function connected(): Promise<Socket> {
  const { hostname, port } = new URL(hub.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** How somebody comes and goes; it is over when the connection is. */
const WAYS = {
  "server-sent events": async (stayMs) => {
    const socket = await connected();
    socket.write(post());
    await wait(stayMs);
    socket.destroy();
  },
  "server-sent events, half of the connection": async (stayMs) => {
    const socket = await connected();
    socket.write(post());
    await wait(stayMs);
    socket.end();
    socket.resume();
    await once(socket, "close");
  },
  "server-sent events behind an answer that is not read": async (stayMs) => {
    const socket = await connected();
    socket.write(post() + post());
    await wait(stayMs);
    socket.resetAndDestroy();
  },
  "a WebSocket": async (stayMs) => {
    const socket = new WebSocket(
      `${hub.url.replace("http", "ws")}/graphql`,
      "graphql-transport-ws",
    );
    socket.on("error", () => undefined);
    await once(socket, "open");
    const payload = { authorization: `Bearer ${token}` };
    socket.send(JSON.stringify({ type: "connection_init", payload }));
    await wait(stayMs);
    socket.terminate();
  },
  "a WebSocket with a subscription": async (stayMs) => {
    using dialogue = await openAs(hub.url, token).catch(() => undefined);
    dialogue?.say({ type: "subscribe", id: "1", payload: { query: SUBSCRIBE } });
    await wait(stayMs);
  },
} satisfies Record<string, (stayMs: number) => Promise<void>>;

describe("whoever leaves at whatever moment gives its stream slot back", () => {
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])("%s", async (way) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 25 }), { minLength: MOST, maxLength: 2 * MOST }),
        async (stays) => {
          await Promise.all(stays.map((stayMs) => WAYS[way](stayMs)));
          await patiently(
            () => figure(hub.url, "hub_streams"),
            (open) => open === 0,
          );
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    // All of them are free for others.
    const opened = await Promise.all(Array.from({ length: MOST }, () => openAs(hub.url, token)));
    for (const dialogue of opened) dialogue[Symbol.dispose]();
    await patiently(
      () => figure(hub.url, "hub_streams"),
      (open) => open === 0,
    );
  });
});
