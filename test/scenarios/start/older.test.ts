import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import pg from "pg";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startProduct } from "../../support/product-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(DEMONSTRATION);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const [schema, name] of [
    ["activities", "9001_reminders"],
    ["activities", "9002_notices"],
    ["gateway", "9001_languages"],
  ])
    await client.query(`insert into ${schema}.migration (name, run_on) values ($1, now())`, [name]);
  await client.end();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

describe("a database that a newer hub has migrated", () => {
  it.each([
    ["main.js", "The hub did not start. "],
    ["commands/start-split.js", ""],
    ["../../subgraphs/activities/dist/main.js", "The subgraph activities did not start. "],
  ])("is refused by %s of an older one, which says what it lacks", async (file, who) => {
    await using folder = await temporaryFolder();
    const program = startProduct(file, {
      environment: {
        PORT: "0",
        DATABASE_URL: database.url,
        HUB_DATA_DIR: folder.path,
        HUB_GATEWAY_SECRET: "x".repeat(32),
      },
    });
    expect(await program.ended).toBe(1);
    const said = program.output();
    expect(said).toContain(`${who}This hub is older than its database`);
    expect(said).toContain("  activities: 9001_reminders, 9002_notices\n");
    expect(said.includes("  gateway: 9001_languages\n")).toBe(!file.includes("subgraphs"));
    expect(said).not.toMatch(/ {4}at /);
  });
});
