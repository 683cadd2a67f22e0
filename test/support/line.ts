import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** The network between a client and a hub, which can fail. */
export interface Line extends AsyncDisposable {
  /** The hub's address, over this line. */
  readonly url: string;
  /** Breaks all connections, and rejects new ones until it is restored. */
  cut(): void;
  mend(): void;
  /** Connections that are made from now on lead to another hub. */
  leadTo(hubUrl: string): void;
  /** From now on nothing passes through the open connections, and neither side notices. */
  silence(): void;
}

/** Opens a line to a hub. @param hubUrl its address. */
export async function openLine(hubUrl: string): Promise<Line> {
  let end = new URL(hubUrl);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    const hub = connect(Number(end.port), end.hostname);
    for (const [near, far] of [
      [client, hub],
      [hub, client],
    ] as const) {
      open.add(near);
      near.pipe(far);
      near.on("error", () => near.destroy());
      near.once("close", () => {
        open.delete(near);
        far.destroy();
      });
    }
    if (isCut) client.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    leadTo: (another) => {
      end = new URL(another);
    },
    silence: () => {
      for (const socket of open) socket.unpipe().pause();
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
