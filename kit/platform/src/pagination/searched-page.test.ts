import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { sql } from "kysely";
import { Client } from "pg";
import { condition } from "../conditions/condition.ts";
import { type Database, connectDatabase } from "../database/connect.ts";
import { searchColumns } from "../database/search-columns.ts";
import { textCondition } from "../database/text-condition.ts";
import { recordReads } from "../loaders/record-reads.ts";
import { fetchPage } from "./page.ts";
import { walksFor } from "./searched-page.ts";

interface Item {
  id: string;
  place: number;
}
interface Tables {
  item: Item;
}

const COUNT = 8000;
const idOf = (nth: number): string => `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`;
const placeOf = (nth: number): number => nth % 3;
/** Words by what decides whether a record has them. The new ones are in front of the list. */
const WORDS: Readonly<Record<string, (nth: number) => boolean>> = {
  会议室: () => true,
  报告厅: (nth) => nth % 10 === 0,
  运动场: (nth) => nth < COUNT / 2,
  阅览室: (nth) => nth > COUNT / 3 && placeOf(nth) === 1,
  义诊: (nth) => nth % 997 === 0,
  党课: () => false,
};
const textOf = (nth: number): string =>
  Object.keys(WORDS)
    .filter((word) => WORDS[word]?.(nth))
    .join("，");

let server: TestDatabase;
let database: Database<Tables>;
const statements: string[] = [];
beforeAll(async () => {
  server = await createTestDatabase();
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(
    `create table resources.item (id uuid primary key, place int not null, search_key text not null, search_grams text[] not null);
     create index on resources.item using gin (search_grams);
     alter table resources.item owner to hub_resources`,
  );
  const rows = Array.from({ length: COUNT }, (_, nth) => ({
    id: idOf(nth),
    place: placeOf(nth),
    ...searchColumns(textOf(nth)),
  }));
  await admin.query(
    `insert into resources.item select id, place, "searchKey", "searchGrams"
     from jsonb_to_recordset($1) as row (id uuid, place int, "searchKey" text, "searchGrams" text[])`,
    [JSON.stringify(rows)],
  );
  await admin.query("analyze resources.item");
  await admin.end();
  database = await connectDatabase<Tables>(
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
  await server[Symbol.asyncDispose]();
});

async function page(words: string, place: number | null, args: { first: number; after?: string }) {
  const reads = recordReads<Tables, "item", Item>(
    { rows: database.rows, database },
    { table: "item", columns: ["item.id", "item.place"] },
  );
  const here =
    place === null
      ? undefined
      : condition("place", [place], (value) => sql<boolean>`item.place = ${value}`);
  const list = await reads.list("items", [textCondition("item", words), here]);
  return await fetchPage({ rows: database.rows, database }, list, { page: args });
}

/** What the list must be, from the same rule in plain words. */
const expected = (words: readonly string[], place: number | null): string[] =>
  Array.from({ length: COUNT }, (_, nth) => COUNT - 1 - nth)
    .filter((nth) => words.every((word) => WORDS[word]?.(nth)))
    .filter((nth) => place === null || placeOf(nth) === place)
    .map(idOf);

it("gives the same rows in the same order however frequent a word is, page by page", async () => {
  const search = fc.record({
    words: fc.uniqueArray(fc.constantFrom(...Object.keys(WORDS)), { minLength: 1, maxLength: 3 }),
    place: fc.constantFrom(null, 0, 1, 2, 9),
    first: fc.integer({ min: 1, max: 100 }),
    pages: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(search, async ({ words, place, first, pages }) => {
      const all = expected(words, place);
      let after: string | undefined;
      for (let turned = 0; turned < pages; turned++) {
        const args = after === undefined ? { first } : { first, after };
        const { nodes, pageInfo } = await page(words.join(" "), place, args);
        const from = turned * first;
        expect(nodes.map(({ id }) => id)).toEqual(all.slice(from, from + first));
        expect(pageInfo.hasNextPage).toBe(all.length > from + first);
        if (pageInfo.endCursor === null || !pageInfo.hasNextPage) return;
        after = pageInfo.endCursor;
      }
    }),
    { numRuns: 150 },
  );
});

it("walks the list for a common word, and looks a rare one up", async () => {
  const kinds = async (words: string): Promise<string[]> => {
    statements.length = 0;
    await page(words, null, { first: 20 });
    return statements
      .filter((text) => text.includes("search_key"))
      .map((text) => (text.includes("coalesce") ? "look up" : "walk"));
  };
  await kinds("会议室");
  expect(await kinds("会议室")).toEqual(["walk"]);
  expect(await kinds("报告厅")).toEqual(["walk"]);
  expect(await kinds("义诊")).toEqual(["look up"]);
  // It is common, but not in front: the walk ends, and it is looked up.
  expect(await kinds("运动场")).toEqual(["walk", "look up"]);
});

it("walks no further than there is reason to, in few different numbers", () => {
  const walks = (records: number, share: number) =>
    walksFor({ records, of: () => share }, [["甲"]], 20);
  expect(walks(1_000_000, 1)).toEqual([2048, 32_768, 524_288]);
  expect(walks(1_000_000, 0.033)).toEqual([4096]);
  expect(walks(1_000_000, 0.1)).toEqual([2048, 32_768]);
  expect(walks(1_000_000, 0.005)).toEqual([8192]);
  expect(walks(1_000_000, 0.001)).toEqual([]);
  expect(walks(10_000, 0.01)).toEqual([]);
  expect(walks(10_000, 0.1)).toEqual([2048]);
  expect(walks(1_000_000, 0)).toEqual([]);
  expect(walks(0, 1)).toEqual([]);
});
