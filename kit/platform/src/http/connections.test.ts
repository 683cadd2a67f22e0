import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { until } from "@alliance-hub/testing/until";
import { describe, expect, it } from "@jest/globals";
import { followConnections } from "./connections.ts";

const REQUEST = "GET / HTTP/1.1\r\nhost: hub\r\n\r\n";
/** Idle connections are closed at once, but none is closed for reading slowly. */
const AT_ONCE = { idleMs: 0, readMs: 60_000, awaitsHalves: false };

/** A server that answers when the test says so, and one connection to it. */
async function openConnection() {
  const responses: ServerResponse[] = [];
  const server = createServer((_request, response) => responses.push(response));
  // Nothing else closes a connection.
  server.keepAliveTimeout = 0;
  const connections = followConnections(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.setEncoding("latin1").on("error", () => undefined);
  let received = "";
  socket.on("data", (text: string) => (received += text));
  return {
    connections,
    socket,
    /** The answers so far. */
    answers: () => received.split("HTTP/1.1 200").length - 1,
    /** Sends requests, and waits until all have arrived. */
    send: async (count: number): Promise<ServerResponse[]> => {
      socket.write(REQUEST.repeat(count));
      return await until(
        () => responses,
        ({ length }) => length === count,
      );
    },
    [Symbol.dispose]: () => {
      socket.destroy();
      server.close();
    },
  };
}

describe("a connection of a server that stops", () => {
  it("is closed once its only request has been answered", async () => {
    using open = await openConnection();
    const [response] = await open.send(1);
    response?.end("done");
    await until(open.answers, (count) => count === 1);
    const closed = once(open.socket, "close");
    open.connections.closeUseless(AT_ONCE);
    await closed;
  });

  it("stays while one of several pipelined requests has no answer, whichever it is", async () => {
    using open = await openConnection();
    const [first, second] = await open.send(2);
    first?.end("done");
    await until(open.answers, (count) => count === 1);
    open.connections.closeUseless(AT_ONCE);
    second?.end("done");
    await until(open.answers, (count) => count === 2);
    expect(open.socket.destroyed).toBe(false);
    const closed = once(open.socket, "close");
    open.connections.closeUseless(AT_ONCE);
    await closed;
  });
});
