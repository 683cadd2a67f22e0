import { join } from "node:path";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { until } from "@alliance-hub/testing/until";
import { expect, it } from "@jest/globals";
import { connect, contentsOf, definitionsOf, runCommand } from "../../support/backup.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { startHub } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { ask } from "../../support/ask.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("a backup is one moment of a hub that is being written to, and a restored hub goes on from there", async () => {
  await using folder = await temporaryFolder();
  await using hub = await startHub();
  const file = join(folder.path, "hub.backup");
  const start = (await pollUpdates(hub, null)).end;
  const stopping = new AbortController();
  let written = 0;
  const write = async (writer: number): Promise<void> => {
    for (let count = 0; !stopping.signal.aborted; count++) {
      await scheduleActivity(hub, `第 ${writer} 组第 ${count} 场`);
      written++;
    }
  };
  const writers = Array.from({ length: 6 }, (_, writer) => write(writer));
  const untilWritten = (count: number): Promise<number> =>
    until(
      () => written,
      (now) => now >= count,
    );
  await untilWritten(20);
  const early = (await pollUpdates(hub, start)).end;
  const backup = await runCommand("backup", file, { DATABASE_URL: hub.databaseUrl });
  await untilWritten(written + 20);
  stopping.abort();
  await Promise.all(writers);
  expect(backup).toMatchObject({
    code: 0,
    output: expect.stringContaining("written and verified"),
  });
  const late = await pollUpdates(hub, start);

  await using database = await createTestDatabase();
  const settings = { DATABASE_URL: database.url, HUB_DATA_DIR: hub.dataDirectory };
  const restore = await runCommand("restore", file, settings);
  expect(restore).toMatchObject({
    code: 0,
    output: expect.stringContaining("restored and verified"),
  });
  expect(await definitionsOf(database.url)).toEqual(await definitionsOf(hub.databaseUrl));

  // What was restored is backed up and restored like any other hub.
  await using second = await createTestDatabase();
  const next = join(folder.path, "next.backup");
  expect(await runCommand("backup", next, settings)).toMatchObject({ code: 0 });
  const nextSettings = { ...settings, DATABASE_URL: second.url };
  expect(await runCommand("restore", next, nextSettings)).toMatchObject({ code: 0 });
  expect(await contentsOf(second.url)).toEqual(await contentsOf(database.url));

  // Each change is there whole or not at all: the record, its update and its entry in the audit log.
  await using restored = await connect(database.url);
  const { rows } = await restored.query(`
    select (select count(*) from activities.activity where title like '第%组%')::integer as activities,
      (select count(*) from activities.activity_update)::integer as updates,
      (select count(*) from audit.entry where action = 'scheduleActivity')::integer as audited,
      (select count(*) from activities.participant join activities.activity on activity.id = activity_id
        where title like '第%组%')::integer as participants`);
  const [{ activities, ...others }] = rows;
  expect(activities).toBeGreaterThanOrEqual(20);
  expect(activities).toBeLessThan(written);
  expect(Object.values(others)).toEqual([activities, activities, activities]);

  await using again = await startHubProcess(folder.path, settings);
  const asking = {
    ask: async (query: string, variables?: object, as?: string) =>
      await ask(again.url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await hub.tokenOf(as) }),
      }),
  };
  const known = await pollUpdates(asking, start);
  expect(known.ids).toEqual(late.ids.slice(0, activities));
  const added = await scheduleActivity(asking, "恢复之后");
  const { ids } = await pollUpdates(asking, early);
  expect(ids.slice(0, -1)).toEqual(known.ids.slice(-ids.length + 1));
  const last = await asking.ask(operation("ActivityUpdatesSince"), { after: known.end, first: 10 });
  expect(last.data["activityUpdatesSince"]?.["nodes"]).toMatchObject([{ activity: { id: added } }]);
  const lost = await asking.ask(operation("ActivityUpdatesSince"), { after: late.end, first: 10 });
  expect(lost.codes).toEqual(["RESYNC_REQUIRED"]);
}, 120_000);
