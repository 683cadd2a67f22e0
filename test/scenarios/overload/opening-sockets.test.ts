import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { readConfig } from "@alliance-hub/gateway/config";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";
import { patiently } from "../../support/patience.ts";
import { type Dialogue, openDialogue } from "../../support/socket.ts";

const GRAPH = compose([{ name: "a", sdl: "type Query { quick: Int }" }]);
const MOST = 3;

let closing: AsyncDisposableStack;
let url: string;
beforeEach(async () => {
  closing = new AsyncDisposableStack();
  const transport = { send: async () => ({ data: {} }), close: async () => undefined };
  const engine = closing.use(
    await openEngine({ supergraphSdl: GRAPH, transport: () => transport }),
  );
  const { limits, trustedProxies } = readConfig({
    HUB_MAX_OPENING_SOCKETS_PER_ADDRESS: String(MOST),
    HUB_TRUSTED_PROXIES: "127.0.0.1",
  });
  ({ url } = closing.use(await startStreamApp({ engine, limits, trustedProxies })));
});
afterEach(async () => {
  await closing.disposeAsync();
});

const open = async (address = "203.0.113.1"): Promise<Dialogue> =>
  closing.use(await openDialogue(url, { headers: { "x-forwarded-for": address } }));
const openMost = async (): Promise<Dialogue[]> =>
  await Promise.all(Array.from({ length: MOST }, () => open()));

const UPGRADE = {
  connection: "upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "MDEyMzQ1Njc4OWFiY2RlZg==",
};

describe("WebSockets whose clients have not said who they are", () => {
  it("are so many of one address at most, and more are told when to come back", async () => {
    await openMost();
    const headers = { ...UPGRADE, "x-forwarded-for": "203.0.113.1" };
    const asked = request(`${url}/graphql`, { headers }).end();
    const [answer] = await once(asked, "response");
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect(await text(answer)).toContain("connection_init");
    // Others are not concerned.
    await open("203.0.113.2");
  });

  it("count no more once they are greeted", async () => {
    for (const dialogue of await openMost()) {
      dialogue.say({ type: "connection_init" });
      await dialogue.until(({ type }) => type === "connection_ack");
    }
    await openMost();
    await expect(open()).rejects.toThrow("429");
  });

  it("count no more once they have gone", async () => {
    const [first] = await openMost();
    first?.socket.terminate();
    await patiently(
      () => open().catch(() => undefined),
      (opened) => opened !== undefined,
    );
    await expect(open()).rejects.toThrow("429");
  });
});

it("a connection that is no WebSocket is closed, though its client keeps its half open", async () => {
  const socket = connect({
    port: Number(new URL(url).port),
    host: "127.0.0.1",
    allowHalfOpen: true,
  });
  closing.defer(() => void socket.destroy());
  socket.on("error", () => undefined);
  const lines = Object.entries({ host: "hub", ...UPGRADE }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`GET /elsewhere HTTP/1.1\r\n${lines.join("")}\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1.1 404 /);
  await patiently(
    () => {
      if (socket.writable) socket.write("still here");
      return socket.destroyed;
    },
    (isDestroyed) => isDestroyed,
  );
});
