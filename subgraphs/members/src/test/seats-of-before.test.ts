import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { migrateSchema } from "@alliance-hub/platform/database/migrate";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { isReservedSubject } from "@alliance-hub/platform/directory/subject";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Client } from "pg";

/** Migrations that came before a seat counted by the days of its term. */
const BEFORE = 3;

let database: TestDatabase;
let admin: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  for (const [schema, count] of [["organizations"], ["members", BEFORE]] as const) {
    const directory = fileURLToPath(new URL(`../../../${schema}/src/migrations`, import.meta.url));
    await migrateSchema({ url: database.url, schema, directory, ...(count ? { count } : {}) });
  }
});
afterAll(async () => {
  await admin.end();
  await database[Symbol.asyncDispose]();
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function enterTerm(
  term: { committee: string; number: number; state: string; from: number; to: number },
  updatedAt: string,
): Promise<string> {
  const id = randomUUID();
  await admin.query(
    `insert into members.term (id, created_at, updated_at, committee_id, number, state, starts_on, ends_on)
     values ($1, $6, $6, $2, $3, $4, $5, $7)`,
    [id, term.committee, term.number, term.state, day(term.from), updatedAt, day(term.to)],
  );
  return id;
}

async function enterSeat(
  seat: { term: string; committee: string; subject: string; until: number | null; reason?: string },
  updatedAt: string,
): Promise<void> {
  await admin.query(
    `insert into members.seat (id, created_at, updated_at, committee_id, term_id, organization_id, holder_name, role, subject,
       since, until, end_reason, region_code, region_path, alliance_code)
     values (gen_random_uuid(), $6, $6, $1, $2, $1, '委员', 'SECRETARY', $3, $7, $4, $5, '-', array[null, null, null, null, null, null], '-')`,
    [
      seat.committee,
      seat.term,
      seat.subject,
      seat.until === null ? null : day(seat.until),
      seat.until === null ? null : (seat.reason ?? "任期届满"),
      updatedAt,
      day(-400),
    ],
  );
}

describe("a term that was entered ahead before the upgrade", () => {
  it("begins on its day, and the seats of the one before it count to the eve of that", async () => {
    const [committee, other] = [randomUUID(), randomUUID()];
    const entered = day(-2);
    const past = { number: 1, state: "PAST", from: -500 };
    const old = await enterTerm({ committee, ...past, to: 9 }, entered);
    const next = { number: 2, state: "CURRENT" };
    const coming = await enterTerm({ committee, ...next, from: 10, to: 900 }, entered);
    const seat = { term: old, committee };
    await enterSeat({ ...seat, subject: "till the eve", until: -2 }, entered);
    await enterSeat({ ...seat, subject: "gone", until: -9, reason: "调离" }, day(-9));
    await enterSeat({ ...seat, subject: "gone in these words", until: -9 }, day(-9));
    await enterSeat({ term: coming, committee, subject: "to come", until: null }, entered);
    const over = await enterTerm({ committee: other, ...past, to: -30 }, day(-30));
    await enterSeat({ term: over, committee: other, subject: "long over", until: -30 }, day(-30));
    const directory = fileURLToPath(new URL("../../src/migrations", import.meta.url));
    await migrateSchema({ url: database.url, schema: "members", directory });
    const { rows } = await admin.query(
      `select subject, first_day <= current_date and last_day >= current_date as counts, last_day - current_date as left
       from directory.seat order by subject`,
    );
    expect(rows).toEqual([
      { subject: "till the eve", counts: true, left: 9 },
      { subject: "to come", counts: false, left: 900 },
    ]);
  });
});

describe("the tables' rule for subjects", () => {
  it("is that of the code, for every character that is not seen and for others", async () => {
    const unseen = Array.from({ length: 0x10ffff }, (_none, i) => i + 1).filter(
      (code) =>
        (code < 0xd800 || code > 0xdfff) && /[\s\p{Cc}\p{Cf}]/u.test(String.fromCodePoint(code)),
    );
    const others = fc.sample(fc.string({ unit: "binary", minLength: 1 }), 500);
    const texts = [...unseen.map((code) => String.fromCodePoint(code)), ...others]
      .filter((text) => !text.includes("\0") && text.isWellFormed())
      .map((text) => `part${text}ner:x`);
    const { rows } = await admin.query<{ text: string; reserved: boolean }>(
      "select text, members.is_reserved_subject(text) as reserved from unnest($1::text[]) text",
      [texts],
    );
    expect(rows.filter(({ text, reserved }) => reserved !== isReservedSubject(text))).toEqual([]);
  });
});
