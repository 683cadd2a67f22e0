import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  JOIN,
  LEAVE,
  RECORD,
  UPDATE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const LOG = `query ($after: String) {
  activityUpdatesSince(after: $after) { endPosition nodes { type previously { startsAt } activity { id title } } }
}`;
const NOTICES =
  "query { notices(first: 20) { nodes { type recordId organization { id } committee { id } title } } }";
const PUT = `mutation ($input: PutAgendaItemInput!) { putAgendaItem(input: $input) { agendaItem { id } } }`;
const READ =
  "query ($id: ID!) { activity(id: $id) { title kind place description theme attendance participants { state organization { id } attendance } } }";

const NOW = new Date("2026-03-01T04:00:00Z");
/** The last day for what is held now, and the day after. */
const LAST_DAY = new Date("2027-01-31T04:00:00Z");
const TOO_LATE = new Date("2027-01-31T16:00:00Z");
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

const update = (id: string, over: object, viewer: Viewer = setting.secretary): Promise<Answer> =>
  setting.call(viewer, UPDATE, { input: { id, ...over } });
const read = async (id: string) =>
  (await setting.call(setting.secretary, READ, { id })).data.activity;
const held = async (): Promise<string> => {
  const id = await scheduled(setting, PAST);
  await setting.call(setting.secretary, HOLD, { input: { id } });
  return id;
};
/** What the audit log says of the last change of a record by one mutation. */
const audited = async (recordId: string, action: string): Promise<object> => {
  const found = await setting.admin.query(
    "select details from audit.entry where record_id = $1 and action = $2 order by at desc limit 1",
    [recordId, action],
  );
  return found.rows[0].details;
};

describe("a correction", () => {
  it("changes what is given and removes what is null; the audit log keeps the old values", async () => {
    const id = await scheduled(setting, {
      description: "带工具",
      theme: "六联",
      place: "社区广场",
    });
    const { code } = await update(id, {
      title: "义诊",
      kind: "CULTURE",
      place: "北门",
      theme: null,
    });
    expect(code).toBeUndefined();
    expect(await read(id)).toMatchObject({
      title: "义诊",
      kind: "CULTURE",
      place: "北门",
      description: "带工具",
      theme: null,
    });
    expect(await audited(id, "updateActivity")).toMatchObject({
      changes: [
        { field: "title", before: "义务植树", after: "义诊" },
        { field: "kind", before: "SERVICE", after: "CULTURE" },
        { field: "place", before: "社区广场", after: "北门" },
        { field: "theme", before: "六联", after: null },
      ],
    });
    const { data } = await setting.call(
      setting.secretary,
      `query { activities(filter: { text: "义诊", committeeId: "${setting.committeeId}" }) { nodes { id } } }`,
    );
    expect(data.activities.nodes).toEqual([{ id }]);
  });

  it("is told once, in the log and to those concerned; one that changes nothing is not", async () => {
    const { a, b } = setting.units;
    const id = await scheduled(setting);
    await setting.call(setting.liaison(b), JOIN, { input: { id, organizationId: b } });
    const { data } = await setting.call(setting.secretary, LOG);
    const after = data.activityUpdatesSince.endPosition;
    await update(id, { title: "植树" }, setting.liaison(a));
    await update(id, { title: "植树", kind: "SERVICE", description: null }, setting.liaison(a));
    const log = await setting.call(setting.secretary, LOG, { after });
    expect(log.data.activityUpdatesSince.nodes).toEqual([
      { type: "CORRECTED", previously: null, activity: { id, title: "植树" } },
    ]);
    const told = async (viewer: Viewer) =>
      (await setting.call(viewer, NOTICES)).data.notices.nodes.filter(
        (notice: { type: string; recordId: string }) =>
          notice.recordId === id && notice.type === "CORRECTED",
      );
    expect(await told(setting.liaison(a))).toEqual([]);
    expect(await told(setting.liaison(b))).toMatchObject([
      {
        organization: { id: b },
        title:
          "“植树”（3月11日（周三）09:00–11:00）的内容有更正：标题（原为“义务植树”，现为“植树”）",
      },
    ]);
  });

  it("is for whoever runs the committee and the host's liaison", async () => {
    const { a, b, stranger } = setting.units;
    const id = await scheduled(setting);
    const over = { title: "植树" };
    expect((await update(id, over, setting.liaison(a))).code).toBeUndefined();
    expect((await update(id, over, setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await update(id, over, setting.seat)).code).toBe("FORBIDDEN");
    expect((await update(id, over, setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await update(id, over, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(randomUUID(), over)).code).toBe("NOT_FOUND");
  });

  it("follows the version and the limits, and tells all faults at once", async () => {
    const id = await scheduled(setting);
    expect((await update(id, { title: "植树", version: 7 })).code).toBe("CONFLICT");
    const { code, message } = await update(id, { title: " ", theme: "长".repeat(31) });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("title");
  });

  it("leaves a meeting with items on its agenda a meeting", async () => {
    const id = await scheduled(setting, { kind: "MEETING" });
    await setting.call(setting.secretary, PUT, { input: { activityId: id, title: "分工" } });
    const refused = await update(id, { kind: "TRAINING" });
    expect([refused.code, refused.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringContaining("items on its agenda"),
    ]);
    expect((await update(id, { kind: "MEETING", title: "联席会" })).code).toBeUndefined();
    // Whoever corrects more than that is told all that is wrong.
    setting.clock.now = new Date("2026-03-12T04:00:00Z");
    await setting.call(setting.secretary, HOLD, { input: { id } });
    const all = await update(id, { title: " ", kind: "TRAINING", during: on("2026-03-20") });
    for (const words of ["3 things", "title", "items on its agenda", "lies ahead"])
      expect(all.message).toContain(words);
  });

  it("is too late for what was cancelled", async () => {
    const id = await scheduled(setting);
    await setting.call(setting.secretary, CANCEL, { input: { id, reason: "大雨" } });
    expect((await update(id, { title: "植树" })).code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("what was held", () => {
  it("can be corrected until the end of January of the next year", async () => {
    const id = await held();
    setting.clock.now = LAST_DAY;
    expect((await update(id, { kind: "TRAINING" })).code).toBeUndefined();
    setting.clock.now = TOO_LATE;
    const late = await update(id, { kind: "SERVICE" });
    expect([late.code, late.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("up to 2027-01-31"),
    ]);
    expect((await read(id)).kind).toBe("TRAINING");
  });

  it("is corrected in its time and in who may see it; what lies ahead is rescheduled", async () => {
    const ahead = await scheduled(setting);
    const refused = await update(ahead, { during: on("2026-03-12") });
    expect([refused.code, refused.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringContaining("rescheduleActivity"),
    ]);
    const id = await held();
    expect((await update(id, { during: on("2026-03-02") })).code).toBe("BAD_USER_INPUT");
    const corrected = await update(id, { during: on("2026-02-19"), audience: "PUBLIC" });
    expect(corrected.data.updateActivity.activity.startsAt).toBe("2026-02-19T01:00:00.000Z");
    expect(await audited(id, "updateActivity")).toMatchObject({
      changes: expect.arrayContaining([
        { field: "audience", before: "COMMITTEE", after: "PUBLIC" },
        expect.objectContaining({ field: "startsAt" }),
      ]),
    });
    // Lists of those who took part are in the order of the time that it has now.
    const { rows } = await setting.admin.query(
      "select starts_at from activities.participant where activity_id = $1",
      [id],
    );
    expect(rows).toEqual([{ starts_at: new Date("2026-02-19T01:00:00.000Z") }]);
    expect((await setting.call(ANONYMOUS, READ, { id })).data.activity).toMatchObject({
      title: "义务植树",
    });
  });

  it("keeps attendance correctable as long, with the old number in the audit log", async () => {
    const { a } = setting.units;
    const id = await held();
    const record = (attendance: number) =>
      setting.call(setting.liaison(a), RECORD, { input: { id, organizationId: a, attendance } });
    await record(50);
    setting.clock.now = LAST_DAY;
    expect((await record(45)).code).toBeUndefined();
    expect(await audited(id, "recordAttendance")).toMatchObject({
      attendance: 45,
      previousAttendance: 50,
    });
    setting.clock.now = TOO_LATE;
    expect((await record(44)).code).toBe("ILLEGAL_TRANSITION");
    expect((await read(id)).attendance).toBe(45);
  });

  it("keeps its participants correctable as long, by the host and whoever runs the committee", async () => {
    const { a, b, c } = setting.units;
    const id = await held();
    const part = (query: string, unit: string, viewer: Viewer) =>
      setting.call(viewer, query, { input: { id, organizationId: unit } });
    expect((await part(JOIN, b, setting.liaison(b))).code).toBe("ILLEGAL_TRANSITION");
    expect((await part(JOIN, b, setting.liaison(a))).code).toBeUndefined();
    expect((await part(JOIN, c, setting.secretary)).code).toBeUndefined();
    await setting.call(setting.secretary, RECORD, {
      input: { id, organizationId: b, attendance: 30 },
    });
    setting.clock.now = LAST_DAY;
    expect((await part(LEAVE, c, setting.liaison(c))).code).toBe("ILLEGAL_TRANSITION");
    expect((await part(LEAVE, b, setting.liaison(a))).code).toBeUndefined();
    const { attendance, participants } = await read(id);
    const taking = participants.filter(({ state }: { state: string }) => state === "JOINED");
    const ids = taking.map((each: { organization: { id: string } }) => each.organization.id);
    expect([attendance, ids.toSorted()]).toEqual([0, [a, c].toSorted()]);
    expect(participants).toContainEqual({
      state: "LEFT",
      organization: { id: b },
      attendance: null,
    });
    setting.clock.now = TOO_LATE;
    expect((await part(LEAVE, c, setting.secretary)).code).toBe("ILLEGAL_TRANSITION");
    expect((await part(JOIN, b, setting.secretary)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("counts in the report as it is now: by its kind, and with the people that came", async () => {
    const figures = async () =>
      (
        await setting.admin.query(
          `select figure, sum(amount)::int as amount from (
             select figure, amount from activities.figure_count where place = '445202'
             union all select figure, amount from activities.figure_change where '445202' = any(region_path)
           ) as counted where figure in ('activities', 'meetings') group by figure`,
        )
      ).rows.reduce<Record<string, number>>(
        (all, { figure, amount }) => ({ ...all, [figure]: amount }),
        {},
      );
    const id = await held();
    const before = await figures();
    await update(id, { kind: "MEETING" });
    const after = await figures();
    expect(after["activities"]).toBe((before["activities"] ?? 0) - 1);
    expect(after["meetings"]).toBe((before["meetings"] ?? 0) + 1);
  });
});
