import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type CalendarSetting, createCalendarSetting, scheduled } from "./calendar-setting.ts";

const SHOWN =
  "{ issue { id title measure deadline state outcome resolvedAt audience owner { id } activity { id } version } }";
const RAISE = `mutation ($input: RaiseIssueInput!) { raiseIssue(input: $input) ${SHOWN} }`;
const UPDATE = `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) ${SHOWN} }`;
const RESOLVE = `mutation ($input: ResolveIssueInput!) { resolveIssue(input: $input) ${SHOWN} }`;
const REOPEN = `mutation ($input: ReopenIssueInput!) { reopenIssue(input: $input) ${SHOWN} }`;
const NOTICES =
  "query { notices(first: 50) { nodes { type recordId organization { id } title } } }";
const TASKS = "query { tasks(first: 100) { nodes { recordId dueAt } } }";

const NOW = new Date("2026-03-01T04:00:00Z");
/** The last day for what is resolved now, and the day after. */
const LAST_DAY = new Date("2027-01-31T04:00:00Z");
const TOO_LATE = new Date("2027-01-31T16:00:00Z");

let setting: CalendarSetting;
let owner: Viewer;
beforeAll(async () => {
  setting = await createCalendarSetting();
  owner = setting.liaison(setting.units.c);
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const raised = async (over: object = {}): Promise<string> => {
  const { committeeId, units } = setting;
  const input = {
    committeeId,
    title: "路灯不亮",
    ownerId: units.c,
    deadline: "2026-03-20",
    ...over,
  };
  const { data, message } = await setting.call(setting.secretary, RAISE, { input });
  if (message !== undefined) throw new Error(message);
  return data.raiseIssue.issue.id;
};
const resolved = async (over: object = {}): Promise<string> => {
  const id = await raised(over);
  await setting.call(owner, RESOLVE, { input: { id, outcome: "已修好" } });
  return id;
};
const update = (id: string, over: object, viewer: Viewer = setting.secretary): Promise<Answer> =>
  setting.call(viewer, UPDATE, { input: { id, ...over } });
const reopen = (id: string, viewer: Viewer = setting.secretary, over: object = {}) =>
  setting.call(viewer, REOPEN, { input: { id, reason: "点错了", ...over } });
const audited = async (recordId: string, action: string): Promise<object> => {
  const found = await setting.admin.query(
    "select details from audit.entry where record_id = $1 and action = $2 order by at desc limit 1",
    [recordId, action],
  );
  return found.rows[0].details;
};
const told = async (viewer: Viewer, id: string): Promise<{ type: string; title: string }[]> =>
  (await setting.call(viewer, NOTICES)).data.notices.nodes
    .filter(({ recordId }: { recordId: string }) => recordId === id)
    .map(({ type, title }: { type: string; title: string }) => ({ type, title }));
const tasksOf = async (viewer: Viewer, id: string): Promise<(string | null)[]> =>
  (await setting.call(viewer, TASKS)).data.tasks.nodes
    .filter(({ recordId }: { recordId: string }) => recordId === id)
    .map(({ dueAt }: { dueAt: string | null }) => dueAt);

describe("an issue that is updated", () => {
  it("changes in what is given and loses what is null; the audit log keeps the old values", async () => {
    const activityId = await scheduled(setting, { kind: "MEETING" });
    const id = await raised({ measure: "换灯泡" });
    const over = { title: "三号楼路灯不亮", measure: null, deadline: "2026-04-10", activityId };
    const { data, code } = await update(id, { ...over, audience: "PUBLIC" });
    expect(code).toBeUndefined();
    expect(data.updateIssue.issue).toMatchObject({
      title: "三号楼路灯不亮",
      measure: null,
      deadline: "2026-04-10",
      audience: "PUBLIC",
      activity: { id: activityId },
    });
    expect(await audited(id, "updateIssue")).toMatchObject({
      changes: expect.arrayContaining([
        { field: "title", before: "路灯不亮", after: "三号楼路灯不亮" },
        { field: "measure", before: "换灯泡", after: null },
        { field: "deadline", before: "2026-03-20", after: "2026-04-10" },
        { field: "audience", before: "COMMITTEE", after: "PUBLIC" },
      ]),
    });
  });

  it("is told to its owner, and its task follows the deadline; a call that changes nothing is told to nobody", async () => {
    const id = await raised();
    expect(await tasksOf(owner, id)).toEqual(["2026-03-20T16:00:00.000Z"]);
    await update(id, { deadline: "2026-04-10" });
    await update(id, { deadline: "2026-04-10", title: "路灯不亮" });
    expect(await tasksOf(owner, id)).toEqual(["2026-04-10T16:00:00.000Z"]);
    const corrected = (await told(owner, id)).filter(({ type }) => type === "CORRECTED");
    expect(corrected).toEqual([
      {
        type: "CORRECTED",
        title: "问题“路灯不亮”的内容有更正：期限（原为3月20日（周五），现为4月10日（周五））",
      },
    ]);
    await update(id, { deadline: null });
    expect(await tasksOf(owner, id)).toEqual([null]);
  });

  it("goes to another owner with its task; both are told, and none outside the committee is taken", async () => {
    const { a, b, stranger } = setting.units;
    const id = await raised();
    expect((await update(id, { ownerId: stranger })).message).toContain("joinCommittee");
    expect((await update(id, { ownerId: randomUUID() })).code).toBe("NOT_FOUND");
    expect((await update(id, { ownerId: b })).code).toBeUndefined();
    for (const viewer of [owner, setting.liaison(b)])
      expect((await told(viewer, id)).map(({ type }) => type)).toContain("HANDED_OVER");
    expect(await told(setting.liaison(a), id)).toEqual([]);
    expect(await tasksOf(owner, id)).toEqual([]);
    expect(await tasksOf(setting.liaison(b), id)).toHaveLength(1);
  });

  it("is for whoever runs the committee; its owner changes what it is to do and has done, not its deadline", async () => {
    const { a, stranger } = setting.units;
    const id = await raised();
    expect((await update(id, { measure: "换灯泡" }, owner)).code).toBeUndefined();
    for (const over of [
      { title: "路灯亮了" },
      { deadline: "2026-12-31" },
      { deadline: null },
      { ownerId: a },
      { audience: "PARTIES" },
    ]) {
      const { code, message } = await update(id, over, owner);
      expect([over, code]).toEqual([over, "FORBIDDEN"]);
      expect(message).toContain(Object.keys(over)[0]);
    }
    // What stays as it is is no change.
    expect((await update(id, { title: "路灯不亮", measure: "换灯" }, owner)).code).toBeUndefined();
    const over = { measure: "换电线" };
    expect((await update(id, over, setting.liaison(a))).code).toBe("FORBIDDEN");
    expect((await update(id, over, setting.seat)).code).toBe("FORBIDDEN");
    expect((await update(id, over, setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await update(id, over, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(randomUUID(), over)).code).toBe("NOT_FOUND");
  });

  it("follows the version and the limits; all faults are told at once", async () => {
    const id = await raised();
    expect((await update(id, { title: "灯", version: 9 })).code).toBe("CONFLICT");
    const { code, message } = await update(id, {
      title: " ",
      deadline: "2026-02-28",
      outcome: "已修好",
      activityId: randomUUID(),
    });
    expect(code).toBeDefined();
    expect(message).toContain("title");
    for (const over of [{ deadline: "2026-02-28" }, { outcome: "已修好" }])
      expect((await update(id, over)).code).toBe("BAD_USER_INPUT");
    // A deadline that has passed can be the right one.
    setting.clock.now = new Date("2026-03-25T04:00:00Z");
    expect((await update(id, { deadline: "2026-03-02" })).code).toBeUndefined();
  });
});

describe("an issue that was resolved", () => {
  it("is corrected up to the end of January of the next year, its result by its owner, too", async () => {
    const id = await resolved();
    setting.clock.now = LAST_DAY;
    const { data } = await update(id, { outcome: "已换新灯" }, owner);
    expect(data.updateIssue.issue).toMatchObject({ outcome: "已换新灯", state: "RESOLVED" });
    expect(await audited(id, "updateIssue")).toMatchObject({
      changes: [{ field: "outcome", before: "已修好", after: "已换新灯" }],
    });
    setting.clock.now = TOO_LATE;
    const late = await update(id, { outcome: "未修好" });
    expect([late.code, late.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("up to 2027-01-31"),
    ]);
    expect((await reopen(id)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is not handed over where its owner is corrected: both units are told whose it was, and of no deadline", async () => {
    const { b } = setting.units;
    const id = await resolved();
    await update(id, { ownerId: b });
    for (const viewer of [owner, setting.liaison(b)]) {
      expect(
        (await told(viewer, id)).filter(({ type }) => type !== "RESOLVED" && type !== "RAISED"),
      ).toEqual([
        {
          type: "CORRECTED",
          title: "问题“路灯不亮”的内容有更正：责任单位（原为c，现为b）",
        },
      ]);
    }
  });

  it("is open again where that was a mistake: with its task, without its result, told with the reason", async () => {
    const id = await resolved();
    expect(await tasksOf(owner, id)).toEqual([]);
    const { data } = await reopen(id);
    expect(data.reopenIssue.issue).toMatchObject({
      state: "RAISED",
      outcome: null,
      resolvedAt: null,
    });
    expect(await tasksOf(owner, id)).toEqual(["2026-03-20T16:00:00.000Z"]);
    expect((await told(owner, id)).filter(({ type }) => type === "REOPENED")).toEqual([
      { type: "REOPENED", title: expect.stringContaining("原因：点错了") },
    ]);
    expect(await audited(id, "reopenIssue")).toMatchObject({
      reason: "点错了",
      changes: expect.arrayContaining([{ field: "outcome", before: "已修好", after: null }]),
    });
    expect((await reopen(id)).code).toBe("ILLEGAL_TRANSITION");
    expect((await setting.call(owner, RESOLVE, { input: { id, outcome: "换了" } })).code).toBe(
      undefined,
    );
  });

  it("counts in the report as it is", async () => {
    const figure = async () =>
      (
        await setting.admin.query(
          `select coalesce(sum(amount), 0)::int as amount from (
             select amount from activities.figure_count where place = '445202' and figure = 'issuesResolved'
             union all select amount from activities.figure_change where '445202' = any(region_path) and figure = 'issuesResolved'
           ) as counted`,
        )
      ).rows[0].amount;
    const before = await figure();
    const id = await resolved();
    expect(await figure()).toBe(before + 1);
    await reopen(id);
    expect(await figure()).toBe(before);
  });

  it("is opened again by whoever may resolve it, with a reason", async () => {
    const { a, stranger } = setting.units;
    const id = await resolved();
    expect((await reopen(id, setting.liaison(a))).code).toBe("FORBIDDEN");
    expect((await reopen(id, setting.seat)).code).toBe("FORBIDDEN");
    expect((await reopen(id, setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await reopen(id, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await reopen(id, owner, { reason: " " })).code).toBe("BAD_USER_INPUT");
    expect((await reopen(id, owner, { version: 1 })).code).toBe("CONFLICT");
    expect((await reopen(id, owner)).code).toBeUndefined();
  });
});
