import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** Stands between a hub and its database. */
export interface SilentProxy extends AsyncDisposable {
  /** The same database, by way of the proxy. */
  readonly url: string;
  /** From now on nothing goes on, either way, and nothing is closed: as when a host loses its power. */
  fallSilent(): void;
  /** Closes all connections, as when the host is back. */
  close(): Promise<void>;
}

/** A proxy in front of a database that can fall silent. */
export async function startSilentProxy(databaseUrl: string): Promise<SilentProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => void (isSilent || to.write(chunk)));
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: url.href,
    fallSilent: () => {
      isSilent = true;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
