import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
  await setting.admin.query("set search_path = activities");
  await setting.admin.query(
    `insert into issue (id, created_at, updated_at, committee_id, title, owner_id, deadline, state, raised_at,
       region_code, region_path, alliance_code)
     select gen_random_uuid(), now(), now(), case when n % 100 = 0 then $1 else gen_random_uuid() end, '路灯不亮',
       case when n % 100 = 0 then $2 else gen_random_uuid() end, date '2026-03-02' + n % 90, 'RAISED', now(),
       '445202001', array['44', '4452', '445202', '445202' || lpad((n % 100)::text, 3, '0'), null, null], '445202'
     from generate_series(1, 20000) n`,
    [setting.committeeId, setting.units.c],
  );
  await setting.admin.query("analyze issue");
}, 60_000);
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

describe("among many issues, a page by deadline", () => {
  it.each([
    ["of a committee", () => `committee_id = '${setting.committeeId}'`, "issue_committee_deadline"],
    ["of a unit", () => `owner_id = '${setting.units.c}'`, "issue_owner_deadline"],
    ["of a place", () => "region_path[4] = '445202000'", "issue_path_4_deadline"],
  ])("%s is read from an index, sorted", async (_what, condition, index) => {
    const { secretary, admin, statements, committeeId } = setting;
    const query = `query ($filter: IssueFilter) {
      issues(filter: $filter, orderBy: DEADLINE_ASCENDING, first: 20) { nodes { id } } }`;
    await setting.call(secretary, query, { filter: { committeeId } });
    // As the list writes its order.
    const order = /order by (?<columns>.+) limit/s.exec(
      statements.find((text) => text.includes("coalesce(issue.deadline")) ?? "",
    )?.groups?.["columns"];
    const { rows } = await admin.query<{ "QUERY PLAN": string }>(
      `explain select * from issue where ${condition()} order by ${order} limit 21`,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain(index);
    expect(plan).not.toContain("Sort");
  });
});
