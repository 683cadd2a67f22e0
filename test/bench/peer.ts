import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../support/ports.ts";
import { built } from "./run.ts";

/** A server under measurement, in processes of its own. */
export interface Peer extends AsyncDisposable {
  readonly name: string;
  readonly port: number;
  /** Where operations are posted. */
  readonly url: string;
  readonly child: ChildProcess;
}

/** How to start one. */
export interface PeerOrder {
  readonly name: string;
  /** Script below the repository, already built. */
  readonly script: string;
  /** Arguments of the script, made of the port. */
  readonly arguments?: (port: number) => readonly string[];
  /** Flags of Node itself. With any, there is an IPC channel too. */
  readonly nodeFlags?: readonly string[];
  /** Default: one that is free. */
  readonly port?: number;
  /** Path that answers 200 when the server is ready. Default `/health/ready`. */
  readonly health?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Longest a server may take to be ready, and to end, in milliseconds. */
const READY_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 15_000;

/**
 * Starts a server and waits until it answers its health question.
 *
 * @throws Error that names it, if it ends or is not ready within a minute; it is ended then.
 */
export async function startPeer(order: PeerOrder): Promise<Peer> {
  const port = order.port ?? (await freePort());
  const flags = order.nodeFlags ?? [];
  const child = spawn(
    process.execPath,
    [...flags, built(order.script), ...(order.arguments?.(port) ?? [])],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        LOG_LEVEL: "silent",
        ...order.environment,
        PORT: String(port),
      },
      stdio: ["ignore", "ignore", "inherit", ...(flags.length > 0 ? (["ipc"] as const) : [])],
    },
  );
  try {
    await untilReady(order, port, child);
  } catch (error) {
    await end(child);
    throw error;
  }
  return {
    name: order.name,
    port,
    url: `http://127.0.0.1:${port}/graphql`,
    child,
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function untilReady(order: PeerOrder, port: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  const url = `http://127.0.0.1:${port}${order.health ?? "/health/ready"}`;
  while (Date.now() < until) {
    order.signal.throwIfAborted();
    const how = child.exitCode ?? child.signalCode;
    if (how !== null) throw new Error(`${order.name} ended (${how}) before it was ready`);
    const ready = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await wait(50);
  }
  throw new Error(`${order.name} did not answer 200 at ${url} within ${READY_WITHIN_MS / 1000} s`);
}

/** Asks the process to end; makes it, if it does not. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), ENDS_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
