import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** A way to a database that can go silent, as after a power loss or behind a firewall that drops packets. */
export interface SilentProxy extends AsyncDisposable {
  /** The database's address, by way of the proxy. */
  readonly url: string;
  /** Connections that were opened while it was silent, so far. */
  readonly openedInVain: number;
  /** From now on nothing is passed on and nothing is closed; whoever connects is accepted and never answered. */
  fallSilent(): void;
  /** The same with the next words of a client that match; they get lost. */
  fallSilentAt(words: RegExp): void;
  /** Goes on: what was open carries on where it was, and whoever connects is served. */
  resume(): void;
  /** Refuses whoever connects, and closes what is open, as when the server has ended. */
  goAway(): Promise<void>;
  /** Takes connections again, after {@link goAway}. */
  comeBack(): Promise<void>;
  /**
   * Passes on the next words of a client that match, and breaks the connection with the answer to them.
   *
   * @param after what the same connection has sent before. Default: anything.
   */
  loseAnswerTo(words: RegExp, after?: RegExp): void;
  /** Closes all connections, as when the host is back without them. */
  close(): Promise<void>;
}

/** Opens a proxy in front of the server of a connection string. */
export async function startSilentProxy(databaseUrl: string): Promise<SilentProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  /** Connections to the silent host: the server knows nothing of them. */
  const held = new Set<Socket>();
  let isSilent = false;
  let openedInVain = 0;
  /** `after`: what a connection has sent, so that another one's statement is not taken for it. */
  let lost: { readonly words: RegExp; readonly after?: RegExp | undefined } | undefined;
  let last: RegExp | undefined;
  const fallSilent = (): void => {
    isSilent = true;
    for (const socket of sockets) socket.pause();
  };
  const serve = (near: Socket): void => {
    const far = connect(Number(target.port), target.hostname);
    /** What is to get lost on this connection, as soon as it has sent what must come before. */
    let meant: typeof lost;
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one);
      one.on("data", (data) => {
        if (one === near && (lost?.after?.test(data.toString("latin1")) ?? true)) meant = lost;
        if (one === near && last?.test(data.toString("latin1"))) {
          last = undefined;
          fallSilent();
          return;
        }
        if (one === near && lost && meant === lost && lost.words.test(data.toString("latin1"))) {
          lost = undefined;
          far.removeAllListeners("data").once("data", () => near.destroy());
        }
        other.write(data);
      });
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        // A host that is silent does not say goodbye either.
        if (!isSilent) other.destroy();
      });
    }
    near.resume();
  };
  const server = createServer({ pauseOnConnect: true }, (near) => {
    if (!isSilent) return serve(near);
    openedInVain += 1;
    held.add(near);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.port = String(port);
  const close = async (): Promise<void> => {
    for (const socket of [...sockets, ...held]) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: url.href,
    get openedInVain() {
      return openedInVain;
    },
    fallSilent,
    fallSilentAt: (words) => {
      last = words;
    },
    goAway: close,
    comeBack: () => listen(port),
    loseAnswerTo: (words, after) => {
      lost = { words, after };
    },
    resume: () => {
      isSilent = false;
      for (const socket of sockets) socket.resume();
      for (const near of held) serve(near);
      held.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
