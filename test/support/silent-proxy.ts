import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** A way to a database that can go silent, as after a power loss or behind a firewall that drops packets. */
export interface SilentProxy extends AsyncDisposable {
  /** The database's address, by way of the proxy. */
  readonly url: string;
  /** Connections that are open now. */
  readonly open: number;
  /** From now on nothing is passed on and nothing is closed; who connects is accepted and never answered. */
  fallSilent(): void;
  /** Goes on: what was open carries on where it was, and who connects is served. */
  resume(): void;
  /** Closes all connections, as when the host is back without them. */
  close(): Promise<void>;
}

/** Opens a proxy in front of the server of a connection string. */
export async function startSilentProxy(databaseUrl: string): Promise<SilentProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on("data", (data) => other.write(data));
      one.on("error", () => undefined);
      one.on("close", () => {
        pairs.delete(pair);
        // A host that is silent does not say goodbye either.
        if (!isSilent) other.destroy();
      });
    }
    if (isSilent) far.pause();
    else near.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const close = async (): Promise<void> => {
    for (const socket of [...pairs].flat()) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: url.href,
    get open() {
      return pairs.size;
    },
    fallSilent: () => {
      isSilent = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    resume: () => {
      isSilent = false;
      for (const socket of [...pairs].flat()) socket.resume();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
