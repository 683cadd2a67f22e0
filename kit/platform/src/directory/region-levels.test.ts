import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Database, connectDatabase } from "../database/connect.ts";
import type { DirectoryTables } from "./directory.ts";

let server: TestDatabase;
let admin: Client;
let database: Database<DirectoryTables>;
const statements: string[] = [];
beforeAll(async () => {
  server = await createTestDatabase();
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create table directory.region (code text primary key, level text not null)`);
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
    await Promise.all(codes.map((code) => database.regionLevels.of(code)));

  it("are asked again after a failure", async () => {
    await expect(database.regionLevels.of("445202")).rejects.toThrow("permission denied");
    await admin.query("grant select on directory.region to hub_resources");
    expect(await database.regionLevels.of("445202")).toBe("DISTRICT");
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

  it("are none where there is no directory yet", async () => {
    await admin.query("alter table directory.region rename to later");
    await database.regionLevels.load();
    expect(await levelsOf("360502")).toEqual(["DISTRICT"]);
  });
});
