import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { ask } from "../../support/ask.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { listen } from "../../support/listening.ts";
import { freePort, temporaryFolder, untilReady } from "../../support/process.ts";

const MAIN = fileURLToPath(new URL("../../../../gateway/dist/main.js", import.meta.url));

/** A hub in a process of its own, on a fresh copy of the demonstration alliance. */
async function startHub(closing: AsyncDisposableStack) {
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  const folder = closing.use(await temporaryFolder());
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url,
      HUB_DATA_DIR: folder.path,
      LOG_LEVEL: "silent",
    },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => resolve(code)),
  );
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return { child, ended, port, url };
}

describe("SIGTERM", () => {
  it("loses no request: those under way are answered, then the process ends by itself", async () => {
    await using closing = new AsyncDisposableStack();
    const { child, ended, port, url } = await startHub(closing);
    // The report asks all four subgraphs, so that requests are under way when the signal comes.
    const query =
      '{ report(regionCode: "530381", from: "2022-01-01", to: "2023-12-31") { communityCommittees partTimeMembers venues attendance } }';
    const under = Array.from({ length: 60 }, () => ask(url, { query }));
    await under[0];
    // Clients open connections in advance; one that brings no request holds up nothing.
    const unused = connect(port, "127.0.0.1");
    await once(unused, "connect");
    const hasClosed = once(unused, "close");
    const stoppedAt = performance.now();
    child.kill("SIGTERM");
    const answers = await Promise.allSettled(under);
    const lost = answers.flatMap((answer) =>
      answer.status === "rejected" ? [inspect(answer.reason, { depth: 4 })] : answer.value.codes,
    );
    expect(lost).toEqual([]);
    await hasClosed;
    // Node.js by itself would wait a minute for its headers.
    expect(performance.now() - stoppedAt).toBeLessThan(30_000);
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it("is heeded by a hub that is asked without a pause, and by those who follow it", async () => {
    await using closing = new AsyncDisposableStack();
    const { child, ended, url } = await startHub(closing);
    await using listening = listen(url);
    let isOver = false;
    const askOnAndOn = async (): Promise<void> => {
      while (!isOver) await fetch(`${url}/health/live`).catch(() => undefined);
    };
    const asking = [askOnAndOn(), askOnAndOn()];
    await ask(url, { query: "{ viewer { subject } }" });
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    // Without a word of completion: they come back.
    await listening.done;
    expect(listening.events).toEqual([]);
    isOver = true;
    await Promise.all(asking);
  });
});
