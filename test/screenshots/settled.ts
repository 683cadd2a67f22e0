import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";

/** Nothing is asked for during this time: the page has all that it needs, in milliseconds. */
const QUIET_MS = 1000;

/** Watches what a page asks for. @returns what waits until it has everything; the stream of updates does not count. */
export function watchRequests(page: Page): () => Promise<void> {
  const pending = new Set<object>();
  let lastAt = performance.now();
  const over = (request: object): void => {
    if (pending.delete(request)) lastAt = performance.now();
  };
  page.on("request", (request) => {
    if (request.headers()["accept"] === "text/event-stream") return;
    pending.add(request);
    lastAt = performance.now();
  });
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  return async () => {
    while (pending.size > 0 || performance.now() - lastAt < QUIET_MS) await wait(50);
  };
}
