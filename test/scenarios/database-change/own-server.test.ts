import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { askAt } from "../../support/asking.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const REGIONS = "{ regions(first: 1) { totalCount } }";

describe("a hub whose own PostgreSQL is killed", () => {
  it("starts it again on its port, and goes on: requests, changes, and those who follow", async () => {
    await using folder = await temporaryFolder();
    await using hub = await startHubProcess(folder.path, { LOG_LEVEL: "info" });
    const { ask } = await askAt(hub.url, folder.path);
    const postmaster = async () => {
      const file = await readFile(join(folder.path, "postgres", "postmaster.pid"), "utf8");
      const [pid, , , port] = file.split("\n");
      return { pid: Number(pid), port: Number(port) };
    };
    // What happens before a subscription has begun is not its own, so it goes on from a position.
    const { end } = await pollUpdates({ ask }, null);
    await using listening = listen(hub.url, { variables: { after: end } });
    await scheduleActivity({ ask }, "之前");
    await listening.until(1);

    const before = await postmaster();
    const codes = new Set<string>();
    process.kill(before.pid, "SIGKILL");
    await patiently(
      async () => {
        const answer = await ask(REGIONS);
        for (const code of answer.codes) codes.add(code);
        return answer;
      },
      ({ data }) =>
        Number(data?.["regions"]?.["totalCount"]) > 0 && hub.output().includes("runs again"),
    );
    // Nothing that was asked meanwhile is a fault of the hub.
    expect([...codes].filter((code) => code !== "SUBGRAPH_UNAVAILABLE")).toEqual([]);
    const after = await postmaster();
    expect(after.pid).not.toBe(before.pid);
    expect(after.port).toBe(before.port);
    expect(hub.output()).toMatch(
      /PostgreSQL ended by itself \(SIGKILL\); it is started again, attempt 1 of \d/,
    );

    await patiently(
      () => scheduleActivity({ ask }, "之后").catch(() => undefined),
      (id) => id !== undefined,
    );
    await listening.until(2);
    expect(await hub.stop()).toBe(0);
  });
});
