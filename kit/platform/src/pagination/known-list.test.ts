import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Expression, type SqlBool, sql } from "kysely";
import { Client } from "pg";
import { Condition, condition } from "../conditions/condition.ts";
import { type Database, connectDatabase } from "../database/connect.ts";
import { forViewer } from "../conditions/for-viewer.ts";
import { oneOf } from "../database/one-of.ts";
import { textCondition } from "../database/text-condition.ts";
import { recordReads } from "../loaders/record-reads.ts";
import { type Page, fetchPage } from "./page.ts";

interface Item {
  id: string;
  someKind: string;
  size: number;
  ownerId?: string;
}
interface Tables {
  item: Item;
}

const COUNT = 12;
const COLUMNS = ["item.id", "item.someKind", "item.size"];
const idOf = (nth: number): string => `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`;

let server: TestDatabase;
let database: Database<Tables>;
let written: string[];
beforeAll(async () => {
  server = await createTestDatabase();
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(
    "create table resources.item (id uuid primary key, some_kind text not null, size int not null, owner_id uuid not null); grant all on resources.item to public",
  );
  for (let nth = 1; nth <= COUNT; nth++)
    await admin.query("insert into resources.item values ($1, $2, $3, $4)", [
      idOf(nth),
      "abc".charAt(nth % 3),
      nth,
      idOf(nth % 2 === 1 ? 901 : 902),
    ]);
  await admin.end();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
  written = [];
  // Texts are kept for as long as a database is connected.
  database = await connectDatabase<Tables>({ url: server.url, schema: "resources" }, []);
});
afterEach(() => database.close());

/** A condition that counts how often it is written. */
const toldOf = (one: Condition): Condition =>
  new Condition(one, (given) => {
    written.push(one.form);
    return one.writeWith(given);
  });

async function read(
  where: readonly Condition[],
  { first = 3, after = null as string | null, isCounted = false } = {},
): Promise<Page<Item>> {
  const context = { rows: database.rows, database };
  const items = recordReads<Tables, "item", Item>(context, { table: "item", columns: COLUMNS });
  const list = await items.list("items", where.map(toldOf));
  expect(list.source).toBeDefined();
  return await fetchPage(context, list, { page: { first, after }, isCounted });
}
const atLeast = (size: number): Condition =>
  condition("size", [size], (value) => sql<SqlBool>`item.size >= ${value}`);
const sizesOf = ({ nodes }: Page<Item>): number[] => nodes.map(({ size }) => size);

describe("a list whose conditions have forms", () => {
  it("gives pages one after the other, with names of properties", async () => {
    const first = await read([]);
    expect(first.nodes[0]).toEqual({ id: idOf(COUNT), someKind: "a", size: COUNT });
    const second = await read([], { after: first.pageInfo.endCursor });
    expect([sizesOf(first), sizesOf(second)]).toEqual([
      [12, 11, 10],
      [9, 8, 7],
    ]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it("is written once for each form, whatever the values", async () => {
    expect(sizesOf(await read([oneOf("item.someKind", ["a"])]))).toEqual([12, 9, 6]);
    expect(sizesOf(await read([oneOf("item.someKind", ["b"])]))).toEqual([10, 7, 4]);
    expect(written).toEqual(["item.someKind is"]);
    expect(sizesOf(await read([oneOf("item.someKind", ["b", "c"])]))).toEqual([11, 10, 8]);
    expect(sizesOf(await read([oneOf("item.someKind", ["c", "b", "a"])]))).toEqual([12, 11, 10]);
    expect(sizesOf(await read([oneOf("item.someKind", [])]))).toEqual([]);
    expect(written).toEqual(["item.someKind is", "item.someKind in", "nothing"]);
    // Another size of the page is another text.
    expect(sizesOf(await read([oneOf("item.someKind", ["b"])], { first: 1 }))).toEqual([10]);
  });

  it("joins what its records meet", async () => {
    const where = [oneOf("item.someKind", ["a", "b"]), atLeast(9)];
    expect(sizesOf(await read(where))).toEqual([12, 10, 9]);
    expect(sizesOf(await read(where.toReversed()))).toEqual([12, 10, 9]);
  });

  it.each([true, false])(
    "counts what there is in all, begun with the page: %s",
    async (isCounted) => {
      const page = await read([oneOf("item.someKind", ["a", "b"])], { isCounted });
      expect(await page.totalCount).toBe((COUNT / 3) * 2);
      expect(await page.totalCount).toBe((COUNT / 3) * 2);
    },
  );

  it("is written for each kind of viewer, and sends what this one may see", async () => {
    const reach = {
      organizationIds: [],
      runsCommitteeIds: [],
      allianceCodes: [],
      committeeIds: [],
      operatorRegionCodes: [],
    };
    const rule = ({ allianceCodes }: { readonly allianceCodes: readonly string[] }) =>
      allianceCodes.length > 0
        ? sql<SqlBool>`item.some_kind = any(${allianceCodes}::text[])`
        : sql<SqlBool>`false`;
    const seenBy = async (allianceCodes: readonly string[]): Promise<number[]> =>
      sizesOf(await read([forViewer("item", { ...reach, allianceCodes }, rule)]));
    // This rule does not know the organisations.
    const organizationIds = [idOf(1)];
    expect(
      sizesOf(
        await read([forViewer("item", { ...reach, allianceCodes: ["a"], organizationIds }, rule)]),
      ),
    ).toEqual([12, 9, 6]);
    written = [];
    expect(await seenBy(["a"])).toEqual([12, 9, 6]);
    expect(await seenBy([])).toEqual([]);
    expect(await seenBy(["b", "c"])).toEqual([11, 10, 8]);
    expect(written).toEqual(["item for allianceCodes", "item for "]);
  });

  it.each<[string, (value: number) => Condition]>([
    [
      "a value that it does not name",
      (value) => condition("odd", [], () => sql<SqlBool>`item.size = ${value}`),
    ],
    [
      "a value of its own in place of the one it is given",
      (value) => condition("odd", [value], (_value) => sql<SqlBool>`item.size = ${value}`),
    ],
    [
      "no value, though it names one",
      (value) => condition("odd", [value], (_value) => sql<SqlBool>`item.size = ${sql.lit(value)}`),
    ],
  ])("refuses a condition that writes %s", async (_what, odd) => {
    await expect(read([odd(3)])).rejects.toThrow(/\(odd\)/);
  });

  it("that is searched is planned each time, and knows how many words there are", () => {
    const [one, two, none] = ["会议室", "会议室 投影", " "].map((text) =>
      textCondition("item", text),
    );
    expect([one?.form, two?.form, none?.form]).toEqual(["text 1", "text 2", "text 0"]);
    expect([one?.isLong, two?.isLong, none?.isLong]).toEqual([true, true, false]);
  });

  it("gives records by their ids", async () => {
    const context = { rows: database.rows, database };
    const readable = oneOf("item.someKind", ["a", "b"]);
    const { byId } = recordReads<Tables, "item", Item>(context, {
      table: "item",
      columns: COLUMNS,
      readable,
    });
    const found = await byId.loadMany([idOf(1), idOf(2), idOf(3), idOf(COUNT + 1)]);
    expect(found).toEqual([
      { id: idOf(1), someKind: "b", size: 1 },
      null,
      { id: idOf(3), someKind: "a", size: 3 },
      null,
    ]);
  });

  it("is built each time where one of them has none, and gives the same", async () => {
    const context = { rows: database.rows, database };
    const items = recordReads<Tables, "item", Item>(context, { table: "item", columns: COLUMNS });
    const kinds = ["a", "b"];
    const list = await items.list("items", [
      oneOf("item.someKind", kinds),
      sql<SqlBool>`item.size >= ${9}`,
    ]);
    expect(list.source).toBeUndefined();
    const built = await fetchPage(context, list, { page: { first: 2 }, isCounted: true });
    const known = await read([oneOf("item.someKind", kinds), atLeast(9)], { first: 2 });
    expect([built.nodes, built.pageInfo]).toEqual([known.nodes, known.pageInfo]);
    expect([await built.totalCount, await known.totalCount]).toEqual([3, 3]);
  });

  it("gives the pages below many parents, with one text for all", async () => {
    const context = { rows: database.rows, database };
    const items = recordReads<Tables, "item", Item>(context, { table: "item", columns: COLUMNS });
    const owners = [idOf(901), idOf(902), idOf(903)];
    const pagesOf = async (...where: (Condition | Expression<SqlBool>)[]) => {
      const below = items.below("owner.items", "ownerId", { where });
      const pages = await Promise.all(owners.map((owner) => below.page(owner, { first: 2 })));
      const [after] = pages.map(({ pageInfo }) => pageInfo.endCursor);
      const next = await below.page(idOf(901), { first: 2, after: after ?? null });
      const totals = await Promise.all(pages.map(({ totalCount }) => totalCount));
      return [...[...pages, next].map(sizesOf), totals];
    };
    const some = oneOf("item.someKind", ["a", "b"]);
    const expected = [[9, 7], [12, 10], [], [3, 1], [4, 4, 0]];
    expect(await pagesOf(toldOf(some))).toEqual(expected);
    // For the first page, the next one and the totals.
    expect(written).toHaveLength(3);
    expect(await pagesOf(toldOf(oneOf("item.someKind", ["b", "c"])))).toHaveLength(5);
    expect(written).toHaveLength(3);
    // Without a form it is built each time, and gives the same result.
    expect(await pagesOf(some, sql<SqlBool>`item.size > ${0}`)).toEqual(expected);
  });
});
