import { type ClientRequest, request } from "node:http";
import { once } from "node:events";
import { WebSocket } from "ws";

/** An open subscription. */
export interface Reader {
  close(): void;
}

/** How to open one. */
export interface ReaderOrder {
  /** Where operations are posted. */
  readonly url: string;
  readonly query: string;
  readonly variables: object;
  /** Told of each message, as JSON. */
  readonly onMessage: (text: string) => void;
  /** Told when it has ended, unless it was closed. */
  readonly onEnd: (why: string) => void;
}

/** Opens a subscription over server-sent events. */
export async function openEventStream(order: ReaderOrder): Promise<Reader> {
  const { url, query, variables, onMessage, onEnd } = order;
  const asked: ClientRequest = request(url, {
    method: "POST",
    agent: false,
    headers: { accept: "text/event-stream", "content-type": "application/json" },
  });
  asked.end(JSON.stringify({ query, variables }));
  let isClosed = false;
  const [response] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`A stream was answered ${response.statusCode}`);
  asked.on("error", (error) => isClosed || onEnd(error.message));
  response.setEncoding("utf8");
  let text = "";
  response.on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const at = text.indexOf("data: ");
      if (at >= 0 && at < end) onMessage(text.slice(at + 6, end));
      text = text.slice(end + 2);
    }
  });
  response.on("end", () => isClosed || onEnd("the stream ended"));
  return {
    close: () => {
      isClosed = true;
      asked.destroy();
    },
  };
}

/** Opens a subscription over a WebSocket of its own (`graphql-transport-ws`). */
export async function openWebSocket(order: ReaderOrder): Promise<Reader> {
  const { url, query, variables, onMessage, onEnd } = order;
  const socket = new WebSocket(url.replace("http", "ws"), "graphql-transport-ws", {
    perMessageDeflate: false,
  });
  let isClosed = false;
  await once(socket, "open");
  socket.send('{"type":"connection_init"}');
  await once(socket, "message");
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith('{"type":"ping"')) socket.send('{"type":"pong"}');
    else onMessage(text);
  });
  socket.on("error", (error) => isClosed || onEnd(error.message));
  socket.on("close", (code) => isClosed || onEnd(`closed with ${code}`));
  const payload = { query, variables };
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload }));
  return {
    close: () => {
      isClosed = true;
      socket.terminate();
    },
  };
}
