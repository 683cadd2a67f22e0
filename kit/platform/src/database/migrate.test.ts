import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type MigrateConfig, migrateSchema, unknownMigrations } from "./migrate.ts";

let database: TestDatabase;
let directory: string;
let config: MigrateConfig;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), "hub-migrations-"));
  config = { url: database.url, schema: "members", directory };
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return client;
}

const migration = (name: string, sql: string): Promise<void> =>
  writeFile(join(directory, `${name}.sql`), sql);

describe("migrating", () => {
  it("holds up nobody who reads a table that is in use", async () => {
    await migration("0001_hall", "create table hall (id integer);");
    expect(await migrateSchema(config)).toEqual(["0001_hall"]);
    await migration("0002_name", "alter table hall add column name text;");
    const [user, reader] = [await connect(), await connect()];
    await user.query("begin; select from members.hall");
    const migrating = migrateSchema(config);
    await lockWaits(user);
    // If it were queued after the migration, it would wait as long as the user's transaction lasts.
    expect((await reader.query("select from members.hall")).rowCount).toBe(0);
    await user.query("commit");
    expect(await migrating).toEqual(["0002_name"]);
    await user.end();
    await reader.end();
  });

  it("is refused where the database knows more", async () => {
    await rm(join(directory, "0002_name.sql"));
    expect(await unknownMigrations(config)).toEqual(["0002_name"]);
    await expect(migrateSchema(config)).rejects.toThrow("  members: 0002_name\n");
  });

  it("says in a sentence that nobody has prepared the database yet", async () => {
    const nowhere = { ...config, schema: "nowhere" };
    await expect(migrateSchema(nowhere)).rejects.toThrow(
      "The database has no role hub_nowhere: it was not prepared. Start the gateway on it once",
    );
  });
});
