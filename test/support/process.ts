import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

/** A folder that is removed when disposed of. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "alliance-hub-data-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Waits until a hub says that it is ready; a minute at most. */
export async function untilReady(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await wait(25);
  }
  throw new Error(`${url} was not ready within a minute`);
}

/**
 * The first of several ports in a row that are free, below those that systems give to connections.
 *
 * @throws Error if there are none.
 */
export async function freePortsInARow(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = 12_000 + Math.floor(Math.random() * 20_000);
    const ports = Array.from({ length: count }, (_one, at) => first + at);
    const found = await Promise.all(ports.map(isFree));
    if (found.every(Boolean)) return first;
  }
  throw new Error(`There are no ${count} free ports in a row.`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  const free = await listening;
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
