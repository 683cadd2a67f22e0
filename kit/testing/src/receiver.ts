import { type IncomingHttpHeaders, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { until } from "./until.ts";

/** One request that came. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A partner's system that takes webhooks, on loopback. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: ReceivedRequest[];
  /** Connections that were made. */
  readonly connections: number;
  /** Most that were open at once. */
  readonly mostOpen: number;
  /** Answers each request: with a status, or as it likes. Default 204. */
  answer: (
    request: ReceivedRequest,
    response: ServerResponse,
  ) => number | void | Promise<number | void>;
  /** Waits for as many requests. */
  count(wanted: number): Promise<readonly ReceivedRequest[]>;
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedRequest[] = [];
  let open = 0;
  let mostOpen = 0;
  let connections = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body };
    received.push(one);
    const status = await receiver.answer(one, response);
    open -= 1;
    if (typeof status === "number") response.writeHead(status).end();
  });
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    received,
    get connections() {
      return connections;
    },
    get mostOpen() {
      return mostOpen;
    },
    answer: () => 204,
    count: (wanted) =>
      until(
        () => received,
        (found) => found.length >= wanted,
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
