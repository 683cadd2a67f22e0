import { randomUUID } from "node:crypto";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";

const SIGNATURE =
  "directory.open_first_term(id uuid, committee_id uuid, number integer, starts_on date, ends_on date, at timestamptz)";

/** Key of an advisory lock that nothing else takes. */
const LOCK = 7_001;

let setting: OrganizationsSetting;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Lets the function that opens terms do something else while the work runs. */
async function withFirstTerm<T>(body: string, work: () => Promise<T>): Promise<T> {
  const [before] = (
    await setting.admin.query(
      "select pg_get_functiondef('directory.open_first_term'::regproc) as definition",
    )
  ).rows;
  await setting.admin.query(
    `create or replace function ${SIGNATURE} returns void language plpgsql security definer as $$ begin ${body} end $$`,
  );
  try {
    return await work();
  } finally {
    await setting.admin.query(before.definition);
  }
}

const input = async () => {
  const regionCode = await setting.place("STREET");
  return {
    ...FIRST_TERM,
    name: "大工委",
    level: "STREET",
    regionCode,
    organizationId: await setting.organization(regionCode),
    idempotencyKey: randomUUID(),
  };
};

describe("a committee and its first term", () => {
  it("are both there or neither is: no term, no committee, no audit entry, no key", async () => {
    const wanted = await input();
    const before = await leftBehind(setting);
    const failed = await withFirstTerm("raise exception 'no term today';", () =>
      setting.send(setting.operator, ESTABLISH, wanted),
    );
    expect(failed.code).toBe("INTERNAL");
    expect(failed.message).not.toContain("no term today");
    expect(await leftBehind(setting)).toEqual(before);
    // The same request, sent again when terms can be opened, does the work.
    expect((await setting.send(setting.operator, ESTABLISH, wanted)).code).toBeUndefined();
  });

  it("need the function: a database without members' share establishes none", async () => {
    const wanted = await input();
    const before = await leftBehind(setting);
    await setting.admin.query(
      "alter function directory.open_first_term rename to open_first_term_elsewhere",
    );
    try {
      expect((await setting.send(setting.operator, ESTABLISH, wanted)).code).toBe("INTERNAL");
    } finally {
      await setting.admin.query(
        "alter function directory.open_first_term_elsewhere rename to open_first_term",
      );
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("are seen by others at one moment, and by each other before", async () => {
    const wanted = await input();
    const established = async () =>
      (
        await setting.admin.query("select from directory.committee where region_code = $1", [
          wanted.regionCode,
        ])
      ).rowCount;
    // Finds the committee, as the term must, and then waits for the lock that this test holds.
    const body = `
      if not exists (select from directory.committee where committee.id = $2) then raise exception 'no committee'; end if;
      perform pg_advisory_xact_lock(${LOCK});
      insert into members.term (id, committee_id, number, state, starts_on, ends_on, created_at, updated_at)
      values ($1, $2, $3, 'CURRENT', $4, $5, $6, $6);`;
    await withFirstTerm(body, async () => {
      await setting.admin.query("select pg_advisory_lock($1)", [LOCK]);
      let done = false;
      const answer = setting.send(setting.operator, ESTABLISH, wanted).finally(() => (done = true));
      await Promise.race([answer, lockWaits(setting.admin)]);
      expect(done).toBe(false);
      expect(await established()).toBe(0);
      await setting.admin.query("select pg_advisory_unlock($1)", [LOCK]);
      expect((await answer).code).toBeUndefined();
    });
    expect(await established()).toBe(1);
  });
});
