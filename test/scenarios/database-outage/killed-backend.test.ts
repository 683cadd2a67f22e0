import { expect, it } from "@jest/globals";
import { joinCluster } from "@alliance-hub/postgres/join";
import pg from "pg";
import { ask } from "../../support/ask.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { READ, linesOf } from "../../support/outage/setting.ts";
import { patiently } from "../../support/patience.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("one backend that is killed under load, as for want of memory, costs what was under way and nothing after", async () => {
  await using folder = await temporaryFolder();
  await using hub = await startHubProcess(folder.path, { LOG_LEVEL: "info" });
  const { url } = hub;
  const address = await joinCluster(folder.path);
  let isOver = false;
  const codes = new Set<string>();
  const askOnAndOn = async (): Promise<void> => {
    while (!isOver) for (const code of (await ask(url, { query: READ })).codes) codes.add(code);
  };
  const asking = Array.from({ length: 8 }, askOnAndOn);

  const pid = await backendOf(address("alliance_hub"));
  process.kill(pid, "SIGKILL");
  // The server ends all its sessions, recovers and takes new ones.
  await patiently(
    async () => await backendOf(address("alliance_hub")).catch(() => undefined),
    (found) => found !== undefined && found !== pid,
  );
  await patiently(
    () => ask(url, { query: READ }),
    (answer) => answer.codes.length === 0 && answer.status === 200,
  );
  isOver = true;
  await Promise.all(asking);
  for (const code of codes) expect(code).toBe("SUBGRAPH_UNAVAILABLE");
  const reads = await Promise.all(Array.from({ length: 30 }, () => ask(url, { query: READ })));
  expect(reads.flatMap((read) => read.codes)).toEqual([]);
  await hub.untilReady(url);
  expect(linesOf(hub, /unforeseen|failed/)).toEqual([]);
  expect(await hub.stop()).toBe(0);
});

/** The process of a session of the subgraph `resources`, once there is one. */
async function backendOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await patiently<number | undefined>(
      async () => {
        const { rows } = await client.query<{ pid: number }>(
          "select pid from pg_stat_activity where application_name = 'alliance-hub resources' limit 1",
        );
        return rows[0]?.pid;
      },
      (pid) => pid !== undefined,
    )) as number;
  } finally {
    await client.end().catch(() => undefined);
  }
}
