import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MembersSetting, TODAY, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
  const committee = await setting.committee();
  await setting.admin.query("set search_path = members");
  await setting.admin.query(
    `insert into seat (id, created_at, updated_at, committee_id, term_id, organization_id, holder_name, role, subject,
       since, until, end_reason, counts_to_last_day, region_code, region_path, alliance_code)
     select gen_random_uuid(), now(), now(), gen_random_uuid(), term.id, $2, '委员', 'PART_TIME', 'sits ' || n,
       '2022-01-01', until, case when until is not null then '任期届满' end, until is not null, '-',
       array[null, null, null, null, null, null], '-'
     from generate_series(1, 20000) n, term, lateral (select case when n % 2 = 0 then date '2026-12-31' end as until) ended
     where term.committee_id = $1`,
    [committee.id, committee.base],
  );
  await setting.admin.query("analyze seat");
}, 60_000);
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

async function planOf(statement: string): Promise<string> {
  const { rows } = await setting.admin.query<{ "QUERY PLAN": string }>(`explain ${statement}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("among many seats", () => {
  it("those of a sign-in are found by an index", async () => {
    const plan = await planOf(
      `select * from directory.seat where subject = 'sits 7' and first_day <= '${TODAY}' and last_day >= '${TODAY}'`,
    );
    expect(plan).toMatch(/using seat_subject_held/i);
    expect(plan).not.toContain("Seq Scan on seat");
  });

  it("those of a committee are found by an index", async () => {
    const committee = await setting.committee();
    await setting.entity(
      ANONYMOUS,
      { __typename: "Committee", id: committee.id },
      "{ seats(first: 5) { nodes { id } } }",
    );
    const text = setting.statements.find((statement) => /from "seat"/.test(statement));
    const values: Record<string, string> = { date: `'${TODAY}'`, "uuid[]": `'{${committee.id}}'` };
    const plan = await planOf(
      (text ?? "").replaceAll(
        /\$\d+(?:::([a-z]+(?:\[\])?))?/g,
        (_all, type: string) => `${values[type] ?? "5"}${type ? `::${type}` : ""}`,
      ),
    );
    expect(plan).toContain("seat_committee_held");
    expect(plan).not.toContain("Seq Scan on seat");
  });
});
