import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { StartError } from "../errors/start-error.ts";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { SCHEMAS } from "./foundations.ts";
import { prepareDatabase } from "./prepare.ts";

const LOGIN = `app_${randomBytes(4).toString("hex")}`;
let database: TestDatabase;
let admin: pg.Client;

/** The address for a login that may only sign in. */
const poor = (): string => {
  const url = new URL(database.url);
  [url.username, url.password] = [LOGIN, "hush"];
  return url.href;
};

beforeEach(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`create role ${LOGIN} login password 'hush'`);
});
afterEach(async () => {
  await admin.query(`drop owned by ${LOGIN}`);
  await admin.query(`drop role ${LOGIN}`);
  await admin.end();
  await database[Symbol.asyncDispose]();
});

async function faultOf(work: Promise<void>): Promise<StartError> {
  const fault: unknown = await work.catch((error: unknown) => error);
  if (fault instanceof StartError) return fault;
  throw new Error(`It was not refused in a sentence: ${String(fault)}`);
}

describe("preparing a database", () => {
  it("needs no rights where everything is there", async () => {
    for (const schema of SCHEMAS) await admin.query(`grant hub_${schema} to ${LOGIN}`);
    await prepareDatabase(poor());
    await prepareDatabase(database.url);
  });

  it("says what is missing and how an administrator makes it, and that works", async () => {
    await admin.query("drop schema audit, directory, activities cascade");
    await admin.query("drop extension btree_gist");
    const { message } = await faultOf(prepareDatabase(poor()));
    expect(message).toContain(`its login ${LOGIN} cannot make`);
    for (const what of [
      "extension btree_gist",
      "schema activities",
      "the right to work as hub_members",
      "schema directory",
      "table directory.standing",
      "table audit.entry",
    ])
      expect(message).toContain(what);
    expect(message).not.toMatch(/schema members|role hub_members,|hush/);
    const [, sql = ""] = message.split("start again:\n\n");
    await admin.query(sql);
    await prepareDatabase(poor());
    // The result is the same as if the hub had made it.
    await prepareDatabase(database.url);
    await admin.query(
      `set role ${LOGIN}; set role hub_activities; create table activities.x (); drop table activities.x; reset role`,
    );
  });
});
