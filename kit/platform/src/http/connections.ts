import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What a server knows about one of its connections. */
interface Connection {
  /**
   * The answers that are not sent yet, in the order in which the headers of their requests came. It is a list
   * of the answers themselves, not a `Map`. V8 may start to allocate small objects that hold a request among
   * the objects that live long, and a map leaves its former tables behind. Both would keep everything of a
   * request until the next full collection.
   */
  readonly open: ServerResponse[];
  /** When it was opened, or when its last request ended. */
  idleSince: number;
  isUpgraded: boolean;
}

/** How long each kind of connection may go on, in milliseconds. */
export interface Patience {
  /** A connection without a request, or whose last request has been answered. */
  readonly idleMs: number;
  /** A connection whose client does not read a written answer. */
  readonly readMs: number;
  /** Whether a connection with half a request may still send the rest. */
  readonly awaitsHalves: boolean;
}

/** The connections of a server. */
export interface Connections {
  /**
   * Closes connections that have no work. For Node.js itself, a connection is idle only if it has had a request
   * before and nothing since. Connections with a complete request that is being answered stay.
   */
  closeUseless(patience: Patience): void;
  /** Closes all of them, upgraded ones included. @returns how many there were. */
  closeAll(): number;
}

/** Follows the connections of a server, from before it listens. */
export function followConnections(server: Server): Connections {
  const all = new Map<Socket, Connection>();
  server.on("connection", (socket: Socket) => {
    all.set(socket, { open: [], idleSince: performance.now(), isUpgraded: false });
    socket.once("close", () => all.delete(socket));
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const connection = all.get(request.socket);
    if (!connection) return;
    connection.open.push(response);
    // Not `once`, as in `whenClosed`.
    response.on("close", () => {
      const { open } = connection;
      // Requests are alone on their connection, unless they are pipelined.
      if (open.length === 1) open.pop();
      else open.splice(open.indexOf(response), 1);
      connection.idleSince = performance.now();
    });
  });
  server.on("upgrade", ({ socket }: IncomingMessage) => {
    const connection = all.get(socket);
    if (connection) connection.isUpgraded = true;
  });
  return {
    closeUseless: (patience) => {
      const now = performance.now();
      for (const [socket, connection] of all)
        if (isUseless(connection, now, patience)) socket.destroy();
    },
    closeAll: () => {
      const count = all.size;
      for (const socket of all.keys()) socket.destroy();
      return count;
    },
  };
}

/** When an answer was first found to be written. Recorded while a server stops. */
const written = new WeakMap<ServerResponse, number>();

function isUseless(connection: Connection, now: number, patience: Patience): boolean {
  const { open, idleSince, isUpgraded } = connection;
  if (isUpgraded) return false;
  if (open.length === 0) return now - idleSince >= patience.idleMs;
  // Check each of them: the time to read begins for all that have been written.
  const waits = open.map((response) => {
    if (!response.writableEnded) return response.req.complete || patience.awaitsHalves;
    const writtenAt = written.get(response) ?? now;
    written.set(response, writtenAt);
    return now - writtenAt < patience.readMs;
  });
  return !waits.includes(true);
}
