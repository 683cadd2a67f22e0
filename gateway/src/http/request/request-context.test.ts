import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { beginDeadline } from "./request-context.ts";

/** The response to one request, and its client. */
async function openRequest() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.write("GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  const [, response] = (await once(server, "request")) as [unknown, ServerResponse];
  const close = async (): Promise<void> => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, response, [Symbol.asyncDispose]: close };
}

describe("the end of a request's time", () => {
  it("is told as the deadline, by which a subgraph is late", async () => {
    await using request = await openRequest();
    const signal = beginDeadline(request.response, 1);
    await once(signal, "abort");
    expect(signal.reason).toMatchObject({ name: "TimeoutError" });
  });

  it("is told as the client's, which says nothing of a subgraph", async () => {
    await using request = await openRequest();
    const signal = beginDeadline(request.response, 60_000);
    request.client.destroy();
    await once(signal, "abort");
    expect(signal.reason).toMatchObject({ name: "AbortError" });
  });
});
