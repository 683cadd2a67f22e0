import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** See `startTransactionPooler`. */
export interface TransactionPooler extends AsyncDisposable {
  /** Address of the same database, through the pooler. */
  readonly url: string;
}

/** One server connection, and the client that works on it now. */
interface Backend {
  readonly socket: Socket;
  client: Client | undefined;
}

/** One client: what it has sent and nobody has taken yet. */
interface Client {
  readonly socket: Socket;
  waiting: Buffer[];
}

const READY = "Z";
const IDLE = "I";

/**
 * Stands in for PgBouncer with `pool_mode = transaction`: each client signs in on a server connection of
 * its own, which then belongs to all; what a client sends goes to the one that became free last, and
 * stays there until its transaction is over (PostgreSQL, section 54.2: `ReadyForQuery` tells).
 */
export async function startTransactionPooler(url: string): Promise<TransactionPooler> {
  const target = new URL(url);
  const free: Backend[] = [];
  const waiting: Client[] = [];
  const backends = new Set<Backend>();
  const open = new Set<Socket>();

  const give = (): void => {
    while (free.length > 0 && waiting.length > 0) {
      const [backend, client] = [free.pop(), waiting.shift()];
      if (!backend || !client) return;
      backend.client = client;
      for (const part of client.waiting.splice(0)) backend.socket.write(part);
    }
  };
  const server = createServer((socket) => {
    const client: Client = { socket, waiting: [] };
    const backend: Backend = {
      socket: connect(Number(target.port), target.hostname),
      client,
    };
    for (const one of [socket, backend.socket]) {
      open.add(one);
      one.on("error", () => undefined);
    }
    const held = (): Backend | undefined =>
      [...backends].find((candidate) => candidate.client === client);
    backends.add(backend);
    socket.on("data", (data) => {
      const now = held();
      if (now) return void now.socket.write(data);
      client.waiting.push(data);
      if (!waiting.includes(client)) waiting.push(client);
      give();
    });
    backend.socket.on("data", (data) => {
      backend.client?.socket.write(data);
      if (!endsIdle(data)) return;
      backend.client = undefined;
      free.push(backend);
      give();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(url);
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether the last message says that the server waits for the next statement, outside a transaction. */
function endsIdle(data: Buffer): boolean {
  const kind = data.toString("latin1", data.length - 6, data.length - 5);
  return kind === READY && data.toString("latin1", data.length - 1) === IDLE;
}
