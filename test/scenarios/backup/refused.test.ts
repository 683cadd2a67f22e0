import { BackupFault } from "@alliance-hub/backup/backup-fault";
import { restoreBackup } from "@alliance-hub/backup/restore-backup";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { randomUUID } from "node:crypto";
import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "@alliance-hub/gateway/config";
import { createHub } from "@alliance-hub/gateway/hub";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { connect, contentsOf, runCommand } from "../../support/backup.ts";
import { DEMONSTRATION, startHub } from "../../support/hub.ts";
import { startProduct } from "../../support/product-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let source: TestDatabase;
let file: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  source = await createTestDatabase(DEMONSTRATION);
  // What means something else where rows are written as text.
  await using client = await connect(source.url);
  const { rowCount } = await client.query("update resources.resource set description = $1", [
    "\t制表符\n\\.\n\\N\r\\",
  ]);
  expect(rowCount).toBeGreaterThan(0);
  file = join(folder.path, "sound.backup");
  expect(await runCommand("backup", file, { DATABASE_URL: source.url })).toMatchObject({ code: 0 });
}, 60_000);
afterAll(async () => {
  await source?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const restore = (path: string, url: string) =>
  runCommand("restore", path, { DATABASE_URL: url, HUB_DATA_DIR: folder.path });

describe("a restore is refused", () => {
  it("into a database that has data, which stays as it is", async () => {
    await using full = await createTestDatabase(DEMONSTRATION);
    const before = await contentsOf(full.url);
    const refused = await restore(file, full.url);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("already has data") });
    expect(await contentsOf(full.url)).toEqual(before);
    await using other = await createTestDatabase();
    await using client = await connect(other.url);
    await client.query("create table public.others (id integer)");
    await client.query("insert into public.others values (1)");
    expect((await restore(file, other.url)).output).toContain("public.others");
  });

  it("into a database on which a hub is working, though it has no data yet", async () => {
    await using hub = await startHub();
    const { output, code } = await restore(file, hub.databaseUrl);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining("Stop it") });
  });

  it("from a file that is cut short, changed in one byte, none, or not there", async () => {
    await using empty = await createTestDatabase();
    const before = await contentsOf(empty.url);
    const sound = await readFile(file);
    const cut = join(folder.path, "cut.backup");
    await writeFile(cut, sound);
    await truncate(cut, sound.length - 1);
    const changed = join(folder.path, "changed.backup");
    const at = Math.floor(Math.random() * sound.length);
    const bytes = Buffer.from(sound);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(changed, bytes);
    const none = join(folder.path, "none.backup");
    await writeFile(none, "select 1;\n");
    const { code, output } = await restore(changed, empty.url);
    expect({ at, code, stack: output.includes("    at ") }).toEqual({ at, code: 1, stack: false });
    // The command says all of these in the same way.
    for (const path of [cut, none, join(folder.path, "nowhere")])
      await expect(restoreBackup({ url: empty.url, path, schemas: [] })).rejects.toThrow(
        BackupFault,
      );
    expect(await contentsOf(empty.url)).toEqual(before);
  }, 60_000);

  it("of a hub that was newer than this one, naming what this one lacks", async () => {
    await using newer = await createTestDatabase(DEMONSTRATION);
    await using client = await connect(newer.url);
    await client.query(
      "insert into resources.migration (name, run_on) values ('9001_of_tomorrow', now())",
    );
    const path = join(folder.path, "newer.backup");
    expect(await runCommand("backup", path, { DATABASE_URL: newer.url })).toMatchObject({
      code: 0,
    });
    await using empty = await createTestDatabase();
    const { code, output } = await restore(path, empty.url);
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("resources 9001_of_tomorrow"),
    });
  });
});

it("a backup of a database without a hub's data is refused, and leaves no file", async () => {
  await using empty = await createTestDatabase();
  const path = join(folder.path, "empty.backup");
  const { code, output } = await runCommand("backup", path, { DATABASE_URL: empty.url });
  expect({ code, output }).toMatchObject({
    code: 1,
    output: expect.stringContaining("no data of a hub"),
  });
  await expect(stat(path)).rejects.toThrow("ENOENT");
});

it("a restore that is killed leaves a database that no hub takes, and is begun anew", async () => {
  await using database = await createTestDatabase();
  const environment = { DATABASE_URL: database.url, HUB_DATA_DIR: folder.path };
  await using killed = startProduct("commands/restore.js", { args: [file], environment });
  await killed.untilSaid(/activities\.activity: \d+ rows/);
  expect(await killed.stop("SIGKILL")).toBeNull();
  const config = readConfig({ ...environment, PORT: "0", LOG_LEVEL: "silent" });
  await expect(createHub(config)).rejects.toThrow("did not finish");
  const again = await restore(file, database.url);
  expect(again).toMatchObject({ code: 0 });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(source.url));
  await using hub = await createHub(config);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
}, 120_000);

it("a backup that is stopped leaves no file", async () => {
  const path = join(folder.path, "stopped.backup");
  const environment = { DATABASE_URL: source.url, HUB_DATA_DIR: folder.path };
  await using client = await connect(source.url);
  await client.query("begin");
  await client.query("lock table resources.resource in access exclusive mode");
  await using stopped = startProduct("commands/backup.js", { args: [path], environment });
  // It waits for the table, and is asked to stop meanwhile.
  for (let waits = 0; waits === 0;) {
    const { rows } = await client.query(
      "select count(*)::integer as waits from pg_locks where not granted and relation = 'resources.resource'::regclass",
    );
    waits = rows[0].waits;
  }
  const ended = stopped.stop("SIGTERM");
  await client.query("rollback");
  expect(await ended).toBe(1);
  expect(stopped.output()).toContain("Stopped by SIGTERM");
  await expect(stat(path)).rejects.toThrow("ENOENT");
}, 60_000);

it("a backup whose connection is ended says so in a sentence, and leaves no file", async () => {
  const path = join(folder.path, "broken.backup");
  const environment = { DATABASE_URL: source.url, HUB_DATA_DIR: folder.path };
  await using client = await connect(source.url);
  await client.query("begin");
  await client.query("lock table resources.resource in access exclusive mode");
  await using broken = startProduct("commands/backup.js", { args: [path], environment });
  for (let ended = 0; ended === 0;) {
    const { rows } = await client.query(
      `select count(pg_terminate_backend(pid))::integer as ended from pg_locks
       where not granted and relation = 'resources.resource'::regclass`,
    );
    ended = rows[0].ended;
  }
  expect(await broken.ended).toBe(1);
  await client.query("rollback");
  expect(broken.output()).toContain("No backup was made. Run the command again.");
  expect(broken.output()).not.toContain("    at ");
  await expect(stat(path)).rejects.toThrow("ENOENT");
}, 60_000);

describe("a table that the login may not read", () => {
  const login = `weak_${randomUUID().slice(0, 8)}`;
  const url = (of: TestDatabase) =>
    Object.assign(new URL(of.url), { username: login, password: "weak" }).href;
  beforeAll(async () => {
    await using client = await connect(source.url);
    await client.query(`create role ${login} login createrole createdb password 'weak'`);
  });
  afterAll(async () => {
    await using client = await connect(source.url);
    await client.query(`drop owned by ${login} cascade`).catch(() => undefined);
    await client.query(`drop role ${login}`);
  });

  it("is named by a backup, with its owner", async () => {
    await using _hub = await createTestDatabase(DEMONSTRATION);
    await using client = await connect(_hub.url);
    await client.query("create table gateway.of_others (id integer)");
    const { rows } = await client.query<{ owner: string }>("select session_user as owner");
    const roles = [...SUBGRAPH_NAMES, "gateway"];
    for (const role of roles) await client.query(`grant hub_${role} to ${login}`);
    const path = join(folder.path, "weak.backup");
    const { code, output } = await runCommand("backup", path, { DATABASE_URL: url(_hub) });
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining(`gateway.of_others, which belongs to ${rows[0]?.owner}`),
    });
    expect(output).not.toContain("    at ");
  });

  it("is named by a restore", async () => {
    await using other = await createTestDatabase();
    await using client = await connect(other.url);
    await client.query("create table public.of_others (id integer)");
    const { code, output } = await restore(file, url(other));
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("may not read public.of_others"),
    });
    expect(output).not.toContain("    at ");
  });
});
