import { once } from "node:events";
import { type AddressInfo, type Socket, connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import Fastify, { type FastifyInstance } from "fastify";
import { createLog } from "../log/log.ts";
import { until } from "@alliance-hub/testing/until";
import { boundStop } from "./stop.ts";
import { HEADERS_WITHIN_MS, REQUEST_WITHIN_MS, SERVER_TIMEOUTS } from "./timeouts.ts";

const LOG = createLog({ level: "silent", name: "test" });
const HEAD = "POST /echo HTTP/1.1\r\nhost: server\r\ncontent-type: application/json\r\n";

/** A server that echoes, and answers `/slow` when the test says so. */
async function startServer(deadlineMs: number) {
  const app = Fastify({ ...SERVER_TIMEOUTS, return503OnClosing: false });
  const close = boundStop(app, { deadlineMs, log: LOG });
  app.addHook("preClose", async () => close());
  let asked = 0;
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  app.post("/echo", (request) => request.body);
  app.get("/slow", async () => {
    asked += 1;
    await gate;
    return "late";
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return { app, letGo, asked: () => asked };
}

async function send(app: FastifyInstance, bytes: string): Promise<Socket> {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  return socket;
}

describe("a server that stops", () => {
  it("answers whole requests, and waits for no half of one", async () => {
    const { app, letGo, asked } = await startServer(20_000);
    const half = await send(app, `${HEAD}content-length: 100\r\n\r\n{`);
    const headers = await send(app, HEAD);
    const whole = await send(app, "GET /slow HTTP/1.1\r\nhost: server\r\n\r\n");
    await until(asked, (count) => count === 1);
    const stopped = app.close();
    await Promise.all([text(half), text(headers)]);
    letGo();
    expect(await text(whole)).toContain("late");
    await stopped;
  });

  it("cuts off what is not answered in time", async () => {
    const { app, asked } = await startServer(100);
    const whole = await send(app, "GET /slow HTTP/1.1\r\nhost: server\r\n\r\n");
    await until(asked, (count) => count === 1);
    const stopped = app.close();
    expect(await text(whole)).toBe("");
    await stopped;
  });
});

describe("a server that goes on", () => {
  it("waits for headers and for whole requests no longer than it says", async () => {
    const { app } = await startServer(1000);
    const began = performance.now();
    const until408 = async (bytes: string): Promise<number> => {
      expect(await text(await send(app, bytes))).toContain("408");
      return performance.now() - began;
    };
    const [headersMs, bodyMs] = await Promise.all([
      until408(HEAD),
      until408(`${HEAD}content-length: 100\r\n\r\n{`),
    ]);
    expect(headersMs).toBeGreaterThanOrEqual(HEADERS_WITHIN_MS);
    expect(headersMs).toBeLessThan(REQUEST_WITHIN_MS);
    expect(bodyMs).toBeGreaterThanOrEqual(REQUEST_WITHIN_MS);
    // With the default limits, half a body lasts up to 90 s.
    expect(bodyMs).toBeLessThan(REQUEST_WITHIN_MS + 15_000);
    await app.close();
  });
});
