import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { describe, expect, it } from "@jest/globals";
import { read, readTableWriters, tablesOfMany } from "./support/table-writers.ts";

describe("a table is written by one folder alone", () => {
  it.each([...SUBGRAPH_NAMES.map((name) => `subgraphs/${name}`), "gateway", "kit/platform"])(
    "of %s",
    async (area) => {
      expect(tablesOfMany(await readTableWriters(area))).toEqual([]);
    },
  );
});

describe("what writes a table", () => {
  it.each([
    ["sql`insert into seat (id) values (1)`", "seat"],
    ["sql`with a as (update seat set b = ${c}) select`", "seat"],
    ["sql`update only seat as s set b = 1`", "seat"],
    ["sql`delete from gateway.partner where id = ${id}`", "gateway.partner"],
    ['await client.query("truncate table seat")', "seat"],
    ['rows.updateTable("agreementParty as party").set({})', "agreement_party"],
    ["sql`insert into ${table} values (1)`", "$"],
    ["rows.deleteFrom(table)", "$"],
  ])("is seen: %s", (text, table) => {
    expect(read("a.ts", text).written).toEqual([table]);
  });

  it.each([
    "sql`select id from seat for update skip locked`",
    "// delete from seat\nconst a = 1;",
    'rows.selectFrom("seat")',
  ])("and nothing else: %s", (text) => {
    expect(read("a.ts", text).written).toEqual([]);
  });

  it("an insert that updates writes one table", () => {
    const text = "sql`insert into seat (id) values (1) on conflict (id) do update set a = 1`";
    expect(read("a.ts", text).written).toEqual(["seat"]);
  });

  it("knows the table of a record's class", () => {
    const text = `const SeatSchema = defineEntity({ name: "Seat", tableName: "seat" });
      export class Seat extends SeatSchema.class {}`;
    expect(read("a.ts", text).entities).toEqual(new Map([["Seat", "seat"]]));
  });
});
