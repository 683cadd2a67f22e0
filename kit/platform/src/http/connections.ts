import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What a server knows of one of its connections. */
interface Connection {
  /**
   * Answers that have not gone out to requests whose headers have come, in that order. The answers themselves,
   * and no `Map`: V8 may come to allocate small objects that hold a request among those that live long, and
   * a map leaves its former tables behind; either keeps all that a request had until the next full collection.
   */
  readonly open: ServerResponse[];
  /** When it was opened, or was last done with a request. */
  idleSince: number;
  isUpgraded: boolean;
}

/** How long each kind of connection may go on, in milliseconds. */
export interface Patience {
  /** One that has brought no request, or whose last one has been answered. */
  readonly idleMs: number;
  /** One whose client does not take an answer that has been written. */
  readonly readMs: number;
  /** Whether one that has brought half a request may still bring the rest. */
  readonly awaitsHalves: boolean;
}

/** The connections of a server. */
export interface Connections {
  /**
   * Closes those for which there is nothing to be done: to Node.js itself only those are idle that have
   * brought a request before and nothing since. Those with a whole request that is being answered stay.
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
      // All but pipelined requests are alone.
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

/** When answers were first seen to be written; noted while a server stops. */
const written = new WeakMap<ServerResponse, number>();

function isUseless(connection: Connection, now: number, patience: Patience): boolean {
  const { open, idleSince, isUpgraded } = connection;
  if (isUpgraded) return false;
  if (open.length === 0) return now - idleSince >= patience.idleMs;
  // Each of them is looked at: the time to read begins for all that have been written.
  const waits = open.map((response) => {
    if (!response.writableEnded) return response.req.complete || patience.awaitsHalves;
    const writtenAt = written.get(response) ?? now;
    written.set(response, writtenAt);
    return now - writtenAt < patience.readMs;
  });
  return !waits.includes(true);
}
