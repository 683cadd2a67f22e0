import { type IncomingHttpHeaders, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that has arrived, read to the end. */
export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: string;
  /** The how-manieth it is, from 1. */
  readonly nth: number;
}

/** Answers a request, in whatever bad way it likes. */
export type Behaviour = (response: ServerResponse, arrived: ReceivedRequest) => void;

/** A server for tests that behaves as it is told. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly arrived: readonly ReceivedRequest[];
  /** Behaves otherwise from now on. */
  behave(behaviour: Behaviour): void;
  /** Fulfilled when so many requests have arrived in all. */
  hasArrived(count: number): Promise<void>;
}

/** Opens a server. @param port 0 for any. */
export async function openTestServer(behaviour: Behaviour, port = 0): Promise<TestServer> {
  const arrived: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let current = behaviour;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = {
        headers: request.headers,
        path: request.url ?? "",
        body: Buffer.concat(chunks).toString(),
        nth: arrived.length + 1,
      };
      arrived.push(one);
      for (const { count, resolve } of waiting) if (arrived.length >= count) resolve();
      current(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    port: address.port,
    arrived,
    behave: (next) => {
      current = next;
    },
    hasArrived: (count) =>
      new Promise((resolve) => {
        if (arrived.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export const json =
  (value: unknown, status = 200): Behaviour =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };

/** Answers with a text and status. */
export const text =
  (body: string, status = 200): Behaviour =>
  (response) => {
    response.writeHead(status, { "content-type": "text/html" }).end(body);
  };

/** Breaks the connection without a byte. */
export const hangUp: Behaviour = (response) => {
  response.socket?.resetAndDestroy();
};

/** Breaks the connection in the middle of an answer. */
export const hangUpMidBody: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
  response.write('{"data":', () => response.socket?.resetAndDestroy());
};

/** Never answers. */
export const silence: Behaviour = () => undefined;
