import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Kysely, sql } from "kysely";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { createLog } from "../log/log.ts";
import { ConnectionPool } from "./connection-pool.ts";
import { SnakeCaseDialect, withPropertyNames } from "./snake-case.ts";

interface Tables {
  serviceArea: { regionCode: string; place1: string; isOpen: boolean; details: unknown };
}

let server: TestDatabase;
let rows: Kysely<Tables>;
beforeAll(async () => {
  server = await createTestDatabase();
  const connect = { connectionString: server.url, max: 1 };
  const log = createLog({ level: "silent", name: "test" });
  const pool = new ConnectionPool({ name: "test", log, connect });
  rows = withPropertyNames(new Kysely<Tables>({ dialect: new SnakeCaseDialect(pool) }));
  await sql`create temp table service_area (region_code text, place1 text, is_open boolean, details jsonb)`.execute(
    rows,
  );
});
afterAll(async () => {
  await rows?.destroy();
  await server?.[Symbol.asyncDispose]();
});

describe("names", () => {
  it("are snake case in statements, quoted, and property names in rows", async () => {
    const insert = rows.insertInto("serviceArea").values({
      regionCode: "1",
      place1: "2",
      isOpen: true,
      details: { inner_name: 1 },
    });
    expect(insert.compile().sql).toContain(
      'insert into "service_area" ("region_code", "place1", "is_open", "details")',
    );
    await insert.execute();
    const found = await rows
      .selectFrom("serviceArea")
      .selectAll()
      .where(sql.ref("serviceArea.regionCode"), "=", "1")
      .execute();
    // The content of a value is not changed.
    expect(found).toEqual([
      { regionCode: "1", place1: "2", isOpen: true, details: { inner_name: 1 } },
    ]);
    const none = await rows
      .selectFrom("serviceArea")
      .selectAll()
      .where("place1", "=", "x")
      .execute();
    expect(none).toEqual([]);
  });

  it("cannot end their quotes", () => {
    expect(sql`${sql.ref('x" or "y')}`.compile(rows).sql).toBe('"x"" or ""y"');
  });
});
