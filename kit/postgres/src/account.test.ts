import { chmod, mkdir, realpath, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { chooseAccount, findUser, mayReach } from "./account.ts";
import { createCluster } from "./cluster.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

const asRoot = process.getuid?.() === 0;

describe("the account that PostgreSQL runs under", () => {
  it("is the hub's own, but never root", async () => {
    const account = await chooseAccount("/nonexistent");
    if (asRoot) expect(account?.uid).toBeGreaterThan(0);
    else expect(account).toBeUndefined();
  });

  it("is read from passwd, leaving out entries with root's number", () => {
    const users =
      "root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/sh\nevil:x:0:5::/:/bin/sh\n";
    expect(findUser(users, "postgres")).toEqual({ uid: 101, gid: 104 });
    expect(findUser(users, "evil")).toBeUndefined();
    expect(findUser(users, "nobody")).toBeUndefined();
  });

  it("reaches what every folder on the way permits", async () => {
    await using folder = await temporaryFolder();
    const path = await realpath(folder.path);
    await mkdir(join(path, "way"));
    await writeFile(join(path, "way", "file"), "");
    const { uid, gid } = await stat(path);
    const [owner, group, other] = [
      { uid, gid: -1 },
      { uid: -1, gid },
      { uid: -1, gid: -1 },
    ];
    const reaching = async (): Promise<readonly boolean[]> =>
      Promise.all(
        [owner, group, other].map((account) => mayReach(account, join(path, "way", "file"))),
      );
    expect(await reaching()).toEqual([true, true, true]);
    await chmod(join(path, "way"), 0o710);
    expect(await reaching()).toEqual([true, true, false]);
    await chmod(path, 0o701);
    expect(await reaching()).toEqual([true, false, false]);
    expect(await mayReach(owner, path)).toBe(true);
  });

  it("works in a data folder below one that only the hub's user may enter", async () => {
    await using closed = await temporaryFolder(0o700);
    const directory = join(closed.path, "data");
    for (const round of [1, 2]) {
      await using cluster = await createCluster({ directory, settings: { fsync: "off" } });
      const client = new Client({ connectionString: cluster.adminUrl });
      await client.connect();
      await client.query("CREATE TABLE IF NOT EXISTS need (id integer)");
      await client.query("INSERT INTO need SELECT generate_series(1, 10)");
      // Workers and a checkpoint find the folder too.
      await client.query("SET debug_parallel_query = on");
      expect((await client.query("SELECT count(*)::integer AS count FROM need")).rows).toEqual([
        { count: round * 10 },
      ]);
      await client.query("CHECKPOINT");
      await client.query("VACUUM FULL need");
      await client.end();
    }
    expect((await stat(join(directory, "postgres"))).uid === 0).toBe(false);
    expect((await stat(closed.path)).mode & 0o777).toBe(0o700);
  });
});
