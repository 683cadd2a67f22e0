import { once } from "node:events";
import { connect } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { ask } from "../../support/ask.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { type HubProcess, startHubProcess } from "../../support/hub-process.ts";
import { listen } from "../../support/listening.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** A hub in a process of its own, on a fresh copy of the demonstration alliance. */
async function startHub(closing: AsyncDisposableStack): Promise<HubProcess> {
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  const folder = closing.use(await temporaryFolder());
  return closing.use(await startHubProcess(folder.path, { DATABASE_URL: database.url }));
}

describe("SIGTERM", () => {
  it("loses no request: those under way are answered, then the process ends by itself", async () => {
    await using closing = new AsyncDisposableStack();
    const hub = await startHub(closing);
    const { url } = hub;
    // The report asks all four subgraphs, so that requests are under way when the signal comes.
    const query =
      '{ report(regionCode: "530381", from: "2022-01-01", to: "2023-12-31") { communityCommittees partTimeMembers venues attendance } }';
    const under = Array.from({ length: 60 }, () => ask(url, { query }));
    await under[0];
    // Clients open connections in advance; one that brings no request holds up nothing.
    const unused = connect(Number(new URL(url).port), "127.0.0.1");
    await once(unused, "connect");
    const hasClosed = once(unused, "close");
    const stoppedAt = performance.now();
    const code = hub.stop();
    const answers = await Promise.allSettled(under);
    const lost = answers.flatMap((answer) =>
      answer.status === "rejected" ? [inspect(answer.reason, { depth: 4 })] : answer.value.codes,
    );
    expect(lost).toEqual([]);
    await hasClosed;
    // Node.js by itself would wait a minute for its headers.
    expect(performance.now() - stoppedAt).toBeLessThan(30_000);
    expect(await code).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it("is heeded by a hub that is asked without a pause, and by those who follow it", async () => {
    await using closing = new AsyncDisposableStack();
    const hub = await startHub(closing);
    const { url } = hub;
    await using listening = listen(url);
    let isOver = false;
    const askOnAndOn = async (): Promise<void> => {
      while (!isOver) await fetch(`${url}/health/live`).catch(() => undefined);
    };
    const asking = [askOnAndOn(), askOnAndOn()];
    await ask(url, { query: "{ viewer { subject } }" });
    expect(await hub.stop()).toBe(0);
    // Without a word of completion: they come back.
    await listening.done;
    expect(listening.events).toEqual([]);
    isOver = true;
    await Promise.all(asking);
  });
});
