import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  HOLD,
  JOIN,
  LEAVE,
  RECORD,
  REOPEN,
  UPDATE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const NOTICES = "query { notices(first: 50) { nodes { type recordId title } } }";
const CORRECTIONS =
  "query ($id: ID!) { activity(id: $id) { corrections { at reason fields { field label before after isWithheld } } } }";
const PUT = `mutation ($input: PutAgendaItemInput!) { putAgendaItem(input: $input) { agendaItem { id } } }`;
const UPDATE_ITEM = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { id } } }`;
const RAISE = `mutation ($input: RaiseIssueInput!) { raiseIssue(input: $input) { issue { id } } }`;
const UPDATE_ISSUE = `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { id } } }`;

const NOW = new Date("2026-03-01T04:00:00Z");
const PAST = { during: on("2026-02-20") };

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const done = async (viewer: Viewer, query: string, input: object) => {
  const { data, message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
  return data;
};
/** What somebody was told of a record, by type, newest first. */
const told = async (viewer: Viewer, id: string, type: string): Promise<string[]> =>
  (await setting.call(viewer, NOTICES)).data.notices.nodes
    .filter((notice: { type: string; recordId: string }) => notice.recordId === id)
    .filter((notice: { type: string }) => notice.type === type)
    .map(({ title }: { title: string }) => title);
const corrections = async (viewer: Viewer, id: string) =>
  (await setting.call(viewer, CORRECTIONS, { id })).data.activity.corrections;
const joined = async (over: object = {}): Promise<string> => {
  const { b } = setting.units;
  const id = await scheduled(setting, over);
  await done(setting.liaison(b), JOIN, { id, organizationId: b });
  return id;
};
/** In English. */
const english = async (viewer: Viewer, query: string, variables: object) => {
  const execute = createSubgraphExecutor(
    setting.subgraph,
    createLog({ level: "fatal", name: "test" }),
  );
  const signal = new AbortController().signal;
  const request = { viewer, requestId: "test", signal, language: "en" } as const;
  return (await execute({ query, variables: { ...variables } }, request)).data as {
    notices: { nodes: { type: string; recordId: string; title: string }[] };
    activity: { corrections: { fields: object[] }[] };
  };
};

describe("a notice of a correction", () => {
  it("says what changed, with the old and the new value in the reader's language; of a long text only that it changed", async () => {
    const b = setting.liaison(setting.units.b);
    const id = await joined({ place: "社区广场", description: "带工具" });
    await done(setting.secretary, UPDATE, {
      id,
      title: "义诊",
      kind: "CULTURE",
      place: null,
      theme: "六联",
      description: "不必带工具",
      audience: "PUBLIC",
    });
    expect(await told(b, id, "CORRECTED")).toEqual([
      "“义诊”（3月11日（周三）09:00–11:00）的内容有更正：标题（原为“义务植树”，现为“义诊”）；类型（原为便民服务，现为文体活动）；" +
        "地点（原为“社区广场”，现在没有）；公开范围（原为委员会内的单位可见，现为公开，人人可见）；所属主题（原来没有，现为“六联”）；说明",
    ]);
    const { notices } = await english(b, NOTICES, {});
    const { title } = notices.nodes.find(
      (notice) => notice.recordId === id && notice.type === "CORRECTED",
    ) ?? { title: "" };
    expect(title).toBe(
      "What was entered of “义诊” (2026-03-11 09:00–11:00 (Asia/Shanghai)) was corrected: " +
        "title (was “义务植树”, is now “义诊”); kind (was SERVICE, is now CULTURE); place (was “社区广场”, is now empty); " +
        "audience (was COMMITTEE, is now PUBLIC); theme (was empty, is now “六联”); description",
    );
  });

  it("says when a held activity really took place, as one time", async () => {
    const id = await joined();
    await setting.admin.query(
      "update activities.activity set starts_at = $2, ends_at = $3 where id = $1",
      [id, PAST.during.start, PAST.during.end],
    );
    await done(setting.secretary, HOLD, { id });
    await done(setting.secretary, UPDATE, { id, during: on("2026-02-19") });
    expect(await told(setting.liaison(setting.units.b), id, "CORRECTED")).toEqual([
      "“义务植树”（2月19日（周四）09:00–11:00）的内容有更正：时段（原为2月20日（周五）09:00–11:00，现为2月19日（周四）09:00–11:00）",
    ]);
  });

  it("tells no values of an activity that its reader may no longer see", async () => {
    const { b } = setting.units;
    const id = await joined();
    await done(setting.secretary, UPDATE, { id, title: "内部讨论", kind: "TRAINING" });
    const reader = { ...setting.liaison(b), committeeIds: [] };
    await done(setting.liaison(b), LEAVE, { id, organizationId: b });
    expect(await told(reader, id, "CORRECTED")).toEqual([
      "一项活动（3月11日（周三）09:00–11:00）的内容有更正：标题；类型",
    ]);
  });

  it("says what a unit's attendance was before, and nothing where it is the first number", async () => {
    const { a, b } = setting.units;
    const id = await joined(PAST);
    const record = (attendance: number) =>
      done(setting.liaison(b), RECORD, { id, organizationId: b, attendance });
    await record(50);
    setting.clock.now = new Date(NOW.getTime() + 60_000);
    await record(45);
    const [second, first] = await told(setting.liaison(a), id, "ATTENDANCE_RECORDED");
    expect(first).toMatch(/到场人次：50$/);
    expect(second).toMatch(/到场人次：45（原为 50）$/);
    // Recorded again as it is, it is no correction.
    await record(45);
    expect(await corrections(setting.secretary, id)).toMatchObject([
      { fields: [{ field: "attendance", before: "50", after: "45" }] },
    ]);
  });

  it("names the item of an agenda, and what was corrected of it", async () => {
    const { b, c } = setting.units;
    const id = await joined({ kind: "MEETING" });
    const put = { activityId: id, title: "分工", detail: "每户一人", organizationId: c };
    const item = (await done(setting.secretary, PUT, put)).putAgendaItem.agendaItem.id;
    setting.clock.now = new Date(NOW.getTime() + 60_000);
    const over = { id: item, title: "植树分工", detail: null, organizationId: null };
    await done(setting.secretary, UPDATE_ITEM, over);
    const [corrected, came] = await told(setting.liaison(b), id, "AGENDA_CHANGED");
    expect(came).toMatch(/的议程有变动$/);
    expect(corrected).toMatch(
      /的议程有变动：议题“植树分工”更正了标题（原为“分工”，现为“植树分工”）；.*（原为c，现在没有）；内容$/,
    );
  });

  it("of an issue that goes to another owner says what else was corrected", async () => {
    const { b, c } = setting.units;
    const { committeeId } = setting;
    const raise = { committeeId, ownerId: c, title: "路灯不亮", audience: "COMMITTEE" };
    const { id } = (await done(setting.secretary, RAISE, raise)).raiseIssue.issue;
    const over = { id, ownerId: b, deadline: "2026-04-10", measure: "换灯泡" };
    await done(setting.secretary, UPDATE_ISSUE, over);
    expect(await told(setting.liaison(b), id, "HANDED_OVER")).toEqual([
      expect.stringMatching(/另有更正：期限（原来没有，现为4月10日（周五））；措施$/),
    ]);
  });
});

describe("the corrections of an activity", () => {
  it("stand on its page for whoever sees it; what somebody wrote, for those who take part", async () => {
    const { b } = setting.units;
    const id = await joined({ audience: "PUBLIC" });
    await done(setting.secretary, UPDATE, { id, title: "委员 017 植树", kind: "CULTURE" });
    const title = { field: "title", label: "标题" };
    const kind = {
      field: "kind",
      label: "类型",
      before: "便民服务",
      after: "文体活动",
      isWithheld: false,
    };
    const whole = { ...title, before: "“义务植树”", after: "“委员 017 植树”", isWithheld: false };
    for (const viewer of [setting.liaison(b), setting.secretary])
      expect(await corrections(viewer, id)).toEqual([
        { at: NOW.toISOString(), reason: null, fields: [whole, kind] },
      ]);
    const without = { ...title, before: null, after: null, isWithheld: true };
    for (const viewer of [ANONYMOUS, setting.liaison(setting.units.stranger)])
      expect(await corrections(viewer, id)).toMatchObject([{ fields: [without, kind] }]);
    const { activity } = await english(setting.secretary, CORRECTIONS, { id });
    expect(activity.corrections[0]?.fields[1]).toMatchObject({ label: "kind", before: "SERVICE" });
  });

  it("say which unit was put on the list after it was held; which was taken off, to that unit and those who keep the list", async () => {
    const { b, c } = setting.units;
    const id = await joined({ ...PAST, audience: "PUBLIC" });
    await done(setting.secretary, HOLD, { id });
    await done(setting.secretary, JOIN, { id, organizationId: c });
    await done(setting.secretary, RECORD, { id, organizationId: c, attendance: 12 });
    setting.clock.now = new Date(NOW.getTime() + 60_000);
    await done(setting.secretary, LEAVE, { id, organizationId: c });
    const names = await setting.admin.query<{ name: string }>(
      "select name from organizations.organization where id = $1",
      [c],
    );
    const name = names.rows[0]?.name;
    const listed = { field: "organizationId", label: "参加单位", isWithheld: false };
    const put = { fields: [{ ...listed, before: null, after: name }] };
    const off = { ...listed, before: name, after: null };
    const count = {
      field: "attendance",
      label: `${name}的人次`,
      before: "12",
      after: null,
      isWithheld: false,
    };
    for (const viewer of [setting.secretary, setting.liaison(c)])
      expect(await corrections(viewer, id)).toMatchObject([put, { fields: [off, count] }]);
    for (const viewer of [ANONYMOUS, setting.liaison(b)])
      expect(await corrections(viewer, id)).toMatchObject([
        put,
        { fields: [{ ...listed, before: null, after: null, isWithheld: true }] },
      ]);
  });

  it("say that it is to take place again, and why", async () => {
    const id = await joined(PAST);
    await done(setting.secretary, HOLD, { id });
    await done(setting.secretary, REOPEN, { id, reason: "点错了" });
    expect(await corrections(setting.secretary, id)).toMatchObject([
      { reason: "点错了", fields: [{ field: "state", before: "已举办", after: "已排定" }] },
    ]);
  });

  it("are of its agenda, too, whose items only those who take part see named", async () => {
    const id = await joined({ kind: "MEETING", audience: "PUBLIC" });
    const put = { activityId: id, title: "分工" };
    const item = (await done(setting.secretary, PUT, put)).putAgendaItem.agendaItem.id;
    await done(setting.secretary, UPDATE_ITEM, { id: item, title: "植树分工" });
    const of = async (viewer: Viewer) => (await corrections(viewer, id))[0].fields[0];
    expect(await of(setting.secretary)).toMatchObject({
      label: "“植树分工”的标题",
      before: "“分工”",
    });
    expect(await of(ANONYMOUS)).toMatchObject({ label: "标题", before: null, isWithheld: true });
  });
});
