import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { openDialogue } from "../../support/socket.ts";

const PORTAL = "https://portal.example";
const SUBSCRIBE = operation("ActivityUpdates");

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_CORS_ORIGINS: PORTAL });
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

describe("a WebSocket is opened", () => {
  const opened = async (headers: Record<string, string>): Promise<boolean> => {
    using dialogue = await openDialogue(hub.url, { headers }).catch(() => undefined);
    return dialogue !== undefined;
  };

  it.each([
    ["by a client without an origin", () => ({})],
    ["by a page of the hub", () => ({ origin: hub.url })],
    [
      "by a page of the hub, behind a proxy that ends TLS",
      () => ({ origin: "https://hub.example", host: "hub.example" }),
    ],
    ["by a portal", () => ({ origin: PORTAL })],
  ])("%s", async (_who, headers) => {
    expect(await opened(headers())).toBe(true);
  });

  it.each([
    ["by a foreign page", () => ({ origin: "https://foreign.example" })],
    ["by a page that hides where it is from", () => ({ origin: "null" })],
    [
      "by a page whose name begins like a portal's",
      () => ({ origin: `${PORTAL}.foreign.example` }),
    ],
    ["by another port of the same host", () => ({ origin: "http://127.0.0.1:1" })],
  ])("not %s", async (_who, headers) => {
    expect(await opened(headers())).toBe(false);
  });

  it("or refused, without an end of the hub if the connection breaks at once", async () => {
    const { hostname, port } = new URL(hub.url);
    for (let number = 0; number < 50; number++) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(
        "GET /elsewhere HTTP/1.1\r\nhost: hub\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
      );
      socket.resetAndDestroy();
    }
    expect((await hub.ask("{ viewer { kind } }")).errors).toEqual([]);
  });
});

describe("a stream by GET is begun", () => {
  const status = async (headers: Record<string, string>): Promise<number> => {
    const leaving = new AbortController();
    const search = new URLSearchParams({ query: SUBSCRIBE }).toString();
    const answer = await fetch(`${hub.url}/graphql?${search}`, {
      headers: { accept: "text/event-stream", ...headers },
      signal: leaving.signal,
    });
    leaving.abort();
    return answer.status;
  };

  it.each<[string, Record<string, string>]>([
    ["that a page may not add unasked", { "apollo-require-preflight": "yes" }],
    ["that names an operation", { "x-apollo-operation-name": "ActivityUpdates" }],
    ["of a content type that a page may not send unasked", { "content-type": "application/json" }],
    ["of a portal's origin", { origin: PORTAL }],
  ])("with a header %s", async (_what, headers) => {
    expect(await status(headers)).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ["nothing of the kind", {}],
    ["a header that is empty", { "apollo-require-preflight": "" }],
    ["a content type of forms", { "content-type": "text/plain;charset=UTF-8" }],
    ["a foreign origin", { origin: "https://foreign.example" }],
  ])("not with %s, as any page may send it", async (_what, headers) => {
    expect(await status(headers)).toBe(400);
  });

  it("as a query by GET is answered", async () => {
    const search = new URLSearchParams({ query: "{ viewer { kind } }" }).toString();
    const refused = await fetch(`${hub.url}/graphql?${search}`);
    expect(refused.status).toBe(400);
  });
});
