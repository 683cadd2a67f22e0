import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Database, connectDatabase } from "../database/connect.ts";
import type { DirectoryTables } from "./directory.ts";
import { createRegionLevels } from "./region-levels.ts";

let server: TestDatabase;
let admin: Client;
let database: Database<DirectoryTables>;
const statements: string[] = [];
beforeAll(async () => {
  server = await createTestDatabase();
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(
    `create table directory.region (code text primary key, level text not null, merged_into text)`,
  );
  await admin.query(`insert into directory.region values ('445202', 'DISTRICT')`);
  database = await connectDatabase<DirectoryTables>(
    {
      url: server.url,
      schema: "resources",
      onStatement: (event) => statements.push(event.query.sql),
    },
    [],
  );
});
afterAll(async () => {
  await database.close();
  await admin.end();
  await server[Symbol.asyncDispose]();
});

describe("the levels of regions", () => {
  const levelsOf = async (...codes: string[]) =>
    await Promise.all(codes.map(async (code) => (await database.regionLevels.of(code))?.level));

  it("are asked again after a failure", async () => {
    await expect(database.regionLevels.of("445202")).rejects.toThrow("permission denied");
    await admin.query("grant select on directory.region to hub_resources");
    expect(await levelsOf("445202")).toEqual(["DISTRICT"]);
  });

  it("are looked up once, also for callers that come at the same time", async () => {
    await admin.query(`insert into directory.region values ('445202001', 'STREET')`);
    statements.length = 0;
    expect(await levelsOf("445202001", "445202001", "445202001")).toEqual(
      Array.from({ length: 3 }, () => "STREET"),
    );
    expect(await levelsOf("445202001", "445202")).toEqual(["STREET", "DISTRICT"]);
    expect(statements).toHaveLength(1);
  });

  it("are found of a region that was added after it was first asked for", async () => {
    expect(await levelsOf("445202002")).toEqual([undefined]);
    await admin.query(`insert into directory.region values ('445202002', 'STREET')`);
    expect(await levelsOf("445202002")).toEqual(["STREET"]);
  });

  it("are not looked up when they have been read at the start", async () => {
    await admin.query(`insert into directory.region values ('360502', 'DISTRICT')`);
    await database.regionLevels.load();
    statements.length = 0;
    expect(await levelsOf("360502")).toEqual(["DISTRICT"]);
    expect(statements).toEqual([]);
  });

  it("lead from a merged region to the one that it has become a part of, soon after the merger", async () => {
    let elapsed = 0;
    const levels = createRegionLevels(database.rows, () => elapsed);
    await admin.query(
      "insert into directory.region values ('445202003', 'STREET'), ('445202004', 'STREET')",
    );
    const standing = async (code: string) => (await levels.of(code))?.code;
    expect(await standing("445202003")).toBe("445202003");
    await admin.query(
      `update directory.region set merged_into = case code when '445202003' then '445202004' else '445202001' end
       where code in ('445202003', '445202004')`,
    );
    expect(await standing("445202003")).toBe("445202003");
    elapsed = 600_000;
    expect(await standing("445202003")).toBe("445202001");
    expect(await standing("445202004")).toBe("445202001");
    expect(await standing("445202002")).toBe("445202002");
    statements.length = 0;
    await Promise.all(["445202003", "445202004", "445202"].map(standing));
    expect(statements).toHaveLength(1);
  });

  it("are none where there is no directory yet", async () => {
    await admin.query("alter table directory.region rename to later");
    await database.regionLevels.load();
    expect(await levelsOf("360502")).toEqual(["DISTRICT"]);
  });
});
