import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { until } from "@alliance-hub/testing/until";
import { closedSignal, whenClosed } from "./when-closed.ts";

const server = createServer((_request, response) => came.push(response));
let came: ServerResponse[] = [];
beforeEach(async () => {
  came = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const REQUEST = "GET / HTTP/1.1\r\nhost: here\r\n\r\n";

async function send(requests: number): Promise<ReturnType<typeof connect>> {
  const socket = connect((server.address() as AddressInfo).port);
  socket.on("error", () => undefined);
  socket.write(REQUEST.repeat(requests));
  await until(
    () => came.length,
    (count) => count === requests,
  );
  return socket;
}

const aborted = async (signal: AbortSignal | undefined): Promise<void> =>
  void (await until(
    () => signal?.aborted,
    (is) => is === true,
  ));

describe("the end of a response", () => {
  it("is told of to whoever asks after the client has gone", async () => {
    const socket = await send(1);
    const [response] = came;
    const early = response && closedSignal(response);
    socket.destroy();
    await aborted(early);
    expect(response && closedSignal(response).aborted).toBe(true);
  });

  it("is told of when it has been sent, and to whoever asks after that", async () => {
    const socket = await send(1);
    const [response] = came;
    const signal = response && closedSignal(response);
    expect(signal?.aborted).toBe(false);
    response?.end("answered");
    await aborted(signal);
    expect(response && closedSignal(response).aborted).toBe(true);
    socket.destroy();
  });

  it("is told of where another answer of the same connection stands before it", async () => {
    const socket = await send(2);
    const second = came[1];
    let told = 0;
    if (second) whenClosed(second, () => told++);
    socket.resetAndDestroy();
    await until(
      () => told,
      (count) => count > 0,
    );
    expect(told).toBe(1);
    expect(second && closedSignal(second).aborted).toBe(true);
  });

  it("leaves no listener on a connection that goes on", async () => {
    const socket = await send(2);
    const [first, second] = came;
    const before = second?.req.socket.listenerCount("close");
    if (second) whenClosed(second, () => undefined);
    first?.end("1");
    second?.end("2");
    await until(
      () => second?.closed,
      (is) => is === true,
    );
    expect(second?.req.socket.listenerCount("close")).toBeLessThanOrEqual(before ?? 0);
    socket.destroy();
  });
});
