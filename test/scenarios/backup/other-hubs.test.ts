import { join } from "node:path";
import { createCluster } from "@alliance-hub/postgres/cluster";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { expect, it } from "@jest/globals";
import { connect, contentsOf, definitionsOf, runCommand } from "../../support/backup.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { DEMONSTRATION, startHub } from "../../support/hub.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The last migration of the gateway. */
const LAST = "0006_partners_of_units";

it("a backup of an older hub is restored and then upgraded, and backed up again, without a superuser", async () => {
  await using folder = await temporaryFolder();
  await using source = await createTestDatabase(DEMONSTRATION);
  const newest = await definitionsOf(source.url);
  {
    // As it was before the last migration of the gateway.
    await using client = await connect(source.url);
    for (const name of ["partners_of_unit", "revoke_partners_of_unit", "merge_partners_of_unit"])
      await client.query(`drop function directory.${name}`);
    await client.query("delete from gateway.migration where name = $1", [LAST]);
  }
  await using cluster = await createCluster({
    directory: join(folder.path, "cluster"),
    settings: { fsync: "off" },
  });
  {
    await using admin = await connect(cluster.adminUrl);
    const { password } = new URL(cluster.adminUrl);
    await admin.query(`create role keeper login createrole password '${password}'`);
    for (const name of ["one", "two"]) await admin.query(`create database ${name} owner keeper`);
  }
  const environment = (name: string) => ({
    DATABASE_URL: Object.assign(new URL(cluster.url(name)), { username: "keeper" }).href,
    HUB_DATA_DIR: folder.path,
  });
  const older = join(folder.path, "older.backup");
  expect(await runCommand("backup", older, { DATABASE_URL: source.url })).toMatchObject({
    code: 0,
  });
  const { code, output } = await runCommand("restore", older, environment("one"));
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringContaining(`Upgraded: gateway ${LAST}`),
  });
  expect(await definitionsOf(cluster.url("one"))).toEqual(newest);

  const file = join(folder.path, "hub.backup");
  expect(await runCommand("backup", file, environment("one"))).toMatchObject({ code: 0 });
  expect(await runCommand("restore", file, environment("two"))).toMatchObject({ code: 0 });
  expect(await contentsOf(cluster.url("two"))).toEqual(await contentsOf(cluster.url("one")));
}, 120_000);

it("positions are void after a restore where a change was under way at the moment of the backup", async () => {
  await using folder = await temporaryFolder();
  await using hub = await startHub();
  await scheduleActivity(hub, "此前");
  await using writer = await connect(hub.databaseUrl);
  await writer.query("begin");
  await writer.query(`insert into activities.activity_update (id, type, occurred_at, activity_id, kind, committee_id,
      audience, participant_ids, region_path, alliance_code)
    select gen_random_uuid(), 'HELD', now(), id, kind, committee_id, audience, participant_ids, region_path, alliance_code
    from activities.activity limit 1`);
  await scheduleActivity(hub, "编号在后而先提交");
  const file = join(folder.path, "unsettled.backup");
  const taken = await runCommand("backup", file, { DATABASE_URL: hub.databaseUrl });
  expect(taken).toMatchObject({
    code: 0,
    output: expect.stringContaining("reads everything again"),
  });
  await writer.query("commit");
  const { end } = await pollUpdates(hub, null);

  await using database = await createTestDatabase();
  const settings = { DATABASE_URL: database.url, HUB_DATA_DIR: hub.dataDirectory };
  expect(await runCommand("restore", file, settings)).toMatchObject({
    code: 0,
    output: expect.stringContaining("All readers of updates get RESYNC_REQUIRED"),
  });
  await using again = await startHub(settings);
  const asked = await again.ask(operation("ActivityUpdatesSince"), { after: end, first: 10 });
  expect(asked.codes).toEqual(["RESYNC_REQUIRED"]);
  expect((await pollUpdates(again, null)).ids).toHaveLength(2);
}, 120_000);
