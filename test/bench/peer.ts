import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A server under measurement, in processes of its own. */
export interface Peer extends AsyncDisposable {
  readonly name: string;
  /** Where operations are posted. */
  readonly url: string;
}

/** How to start one. */
export interface PeerOrder {
  readonly name: string;
  /** Script below the repository, already built. */
  readonly script: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts a server and waits until it answers its health question. */
export async function startPeer(order: PeerOrder): Promise<Peer> {
  const path = fileURLToPath(new URL(`../../../${order.script}`, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { ...process.env, ...order.environment, PORT: String(order.port), LOG_LEVEL: "silent" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilReady(order, child);
  return {
    name: order.name,
    url: `http://127.0.0.1:${order.port}/graphql`,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilReady(order: PeerOrder, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null)
      throw new Error(`${order.name} ended with code ${child.exitCode} before it was ready`);
    const ready = await fetch(`http://127.0.0.1:${order.port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`${order.name} was not ready within a minute`);
}
