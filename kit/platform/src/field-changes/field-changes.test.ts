import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { defineEntity, p } from "@mikro-orm/core";
import * as fc from "fast-check";
import pg from "pg";
import { recordChanges } from "../change/record-changes.ts";
import { baseProperties } from "../database/base-entity.ts";
import { type Database, connectDatabase } from "../database/connect.ts";
import { TextArray } from "../database/text-array.ts";
import type { BaseContext } from "../subgraph/context.ts";
import { CUT, MAX_KEPT_ENTRIES, MAX_KEPT_TEXT } from "./bounded.ts";
import { markInstant } from "./instants.ts";
import { keptOut } from "./kept-out.ts";

const SampleSchema = defineEntity({
  // It stands for any noun; its table is the test's own.
  name: "Need",
  tableName: "sample",
  properties: {
    ...baseProperties,
    title: p.string(),
    description: p.text().nullable().strictNullable(),
    quantity: p.integer().nullable().strictNullable(),
    approval: p.boolean(),
    closesOn: p.date().nullable().strictNullable(),
    startsAt: p.datetime().nullable().strictNullable(),
    themes: p.type(TextArray).$type<string[]>(),
    filter: p.json<Record<string, unknown>>(),
    officePhone: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    secret: keptOut("SECRET", p.string()),
    counted: keptOut("BOOKKEEPING", p.integer()),
  },
});
class Sample extends SampleSchema.class {}
SampleSchema.setClass(Sample);

type Values = Pick<Sample, (typeof KEPT)[number] | "officePhone" | "secret" | "counted">;
const KEPT = [
  "title",
  "description",
  "quantity",
  "approval",
  "closesOn",
  "startsAt",
  "themes",
  "filter",
] as const;

const PHONES = ["0663-1111111", "0663-2222222"];
const SECRETS = ["whsec_1", "whsec_2"];
const text = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((one) => one.isWellFormed() && !one.includes("\0"));
const values: fc.Arbitrary<Values> = fc.record({
  title: text,
  description: fc.option(text),
  quantity: fc.option(fc.integer({ min: 0, max: 9 })),
  approval: fc.boolean(),
  closesOn: fc.option(fc.constantFrom("2026-01-01", "2026-12-31")),
  startsAt: fc.option(fc.constantFrom(new Date(0), new Date(1_767_225_600_123))),
  themes: fc.array(fc.oneof(text, fc.constantFrom("NULL", '"', "\\", "a,b", "{}")), {
    maxLength: 4,
  }),
  filter: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(text, fc.integer({ max: 9 }))),
  officePhone: fc.option(fc.constantFrom(...PHONES)),
  secret: fc.constantFrom(...SECRETS),
  counted: fc.nat(9),
});

let test: TestDatabase;
let admin: pg.Client;
let database: Database<object>;
let statements: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  admin = new pg.Client({ connectionString: test.url });
  await admin.connect();
  await admin.query(`set role hub_resources; create table resources.sample (
    id uuid primary key, version integer not null default 1, created_at timestamptz not null, updated_at timestamptz not null,
    title text not null, description text, quantity integer, approval boolean not null, closes_on date, starts_at timestamptz,
    themes text[] not null, filter jsonb not null, office_phone text, secret text not null, counted integer not null
  ); reset role`);
  database = await connectDatabase<object>(
    {
      url: test.url,
      schema: "resources",
      onStatement: ({ query }) => void statements.push(query.sql),
    },
    [SampleSchema],
  );
});
beforeEach(() => {
  statements = [];
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await admin.end();
  await test[Symbol.asyncDispose]();
});

const context = (): BaseContext<object> => ({
  viewer: { ...ANONYMOUS, subject: "somebody" },
  viewerIn: () => ANONYMOUS,
  requestId: "test",
  signal: new AbortController().signal,
  subgraph: "resources",
  database,
  rows: database.rows,
  clock: () => new Date(),
  newId: randomUUID,
});

const changes = recordChanges<BaseContext<object>, Sample, Sample, Sample, "change">({
  noun: "Need",
  entity: Sample,
  reload: async () => null,
  can: () => true,
  only: () => ({ zh: "", en: "" }),
  note: () => ({ regionPath: [] }),
});

async function created(of: Values): Promise<string> {
  const mutation = { action: "postNeed", input: {} };
  const { id } = await changes.create(context(), mutation, (_work, create) => create(of));
  return id;
}

async function changed(id: string, to: Partial<Values>): Promise<void> {
  const step = { action: "updateNeed", may: "change", input: { id } } as const;
  await changes.change(context(), step, (sample) => void Object.assign(sample, to));
}

/** GraphQL makes objects without a prototype. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

interface Kept {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

async function entriesOf(id: string): Promise<(Kept[] | null)[]> {
  const { rows } = await admin.query<{ changes: Kept[] | null }>(
    "select details -> 'changes' as changes from audit.entry where record_id = $1 order by at, details",
    [id],
  );
  return rows.map((row) => row.changes);
}

describe("what an audit entry keeps of a change", () => {
  it("is the difference between what the record was and what it is", async () => {
    await fc.assert(
      fc.asyncProperty(values, values, async (before, to) => {
        const id = await created(before);
        await changed(id, to);
        const expected: Kept[] = KEPT.filter(
          (field) => !isDeepStrictEqual(asJson(before[field]), asJson(to[field])),
        ).map((field) => ({
          field,
          before: markInstant(before[field]),
          after: markInstant(to[field]),
        }));
        for (const field of ["officePhone", "secret"] as const)
          if (before[field] !== to[field]) expected.push({ field });
        const [first, second] = await entriesOf(id);
        expect(first).toBeNull();
        expect(second ?? []).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    const { rows } = await admin.query<{ text: string }>(
      "select string_agg(entry::text, ' ') as text from audit.entry",
    );
    for (const value of [...PHONES, ...SECRETS]) expect(rows[0]?.text).not.toContain(value);
  });

  it("costs no statement", async () => {
    const [of, to] = fc.sample(values, 2) as [Values, Values];
    const id = await created(of);
    statements = [];
    await changed(id, { ...to, title: `${of.title}!` });
    const first = statements.map((statement) => statement.trim().split(/\s/)[0]?.toLowerCase());
    expect(first.filter((word) => word !== "begin" && word !== "commit")).toEqual([
      "select",
      "update",
      "insert",
    ]);
  });

  it("is a short excerpt of long texts, around the first difference", async () => {
    const [of] = fc.sample(values, 1) as [Values];
    const common = "前".repeat(500);
    const id = await created({ ...of, description: `${common}甲${"😀".repeat(500)}` });
    await changed(id, { description: `${common}乙` });
    const [, kept] = await entriesOf(id);
    const lead = `${CUT}${"前".repeat(20)}`;
    expect(kept).toEqual([
      {
        field: "description",
        before: `${lead}甲${"😀".repeat(MAX_KEPT_TEXT - 21)}${CUT}`,
        after: `${lead}乙`,
      },
    ]);
  });

  it("is what went and what came, of long lists", async () => {
    const [of] = fc.sample(values, 1) as [Values];
    const many = Array.from({ length: MAX_KEPT_ENTRIES }, (_one, i) => `主题 ${i}`);
    const id = await created({ ...of, themes: many });
    await changed(id, { themes: [...many.slice(1), "新的", "主题"] });
    const [, kept] = await entriesOf(id);
    expect(kept).toEqual([
      { field: "themes", before: [CUT, "主题 0"], after: [CUT, "新的", "主题"] },
    ]);
  });

  it("is the first value and the last, if the unit of work was flushed in between", async () => {
    const [of] = fc.sample(values, 1) as [Values];
    const id = await created({ ...of, title: "甲", quantity: 1 });
    const step = { action: "updateNeed", may: "change", input: { id } } as const;
    await changes.change(context(), step, async (sample, { em }) => {
      Object.assign(sample, { title: "乙", quantity: 2 });
      await em.flush();
      Object.assign(sample, { title: "丙", quantity: 1 });
    });
    const [, kept] = await entriesOf(id);
    expect(kept).toEqual([{ field: "title", before: "甲", after: "丙" }]);
  });
});
