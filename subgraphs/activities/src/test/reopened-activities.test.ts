import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  JOIN,
  RECORD,
  RESCHEDULE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const REOPEN = `mutation ($input: ReopenActivityInput!) { reopenActivity(input: $input) { activity {
  id state attendance heldAt cancelReason participants { organization { id } attendance } } } }`;
const LOG =
  "query ($after: String) { activityUpdatesSince(after: $after) { endPosition nodes { type reason activity { id } } } }";
const NOTICES = "query { notices(first: 50) { nodes { type recordId title } } }";
const TASKS = "query { tasks(first: 100) { nodes { recordId } } }";

const NOW = new Date("2026-03-01T04:00:00Z");

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

const reopen = (
  id: string,
  viewer: Viewer = setting.secretary,
  over: object = {},
): Promise<Answer> => setting.call(viewer, REOPEN, { input: { id, reason: "点错了", ...over } });
const held = async (): Promise<string> => {
  const id = await scheduled(setting, { during: on("2026-02-20") });
  await setting.call(setting.secretary, HOLD, { input: { id } });
  return id;
};
const cancelled = async (over: object = {}): Promise<string> => {
  const id = await scheduled(setting, over);
  await setting.call(setting.secretary, CANCEL, { input: { id, reason: "大雨" } });
  return id;
};
const endOfLog = async () =>
  (await setting.call(setting.secretary, LOG)).data.activityUpdatesSince.endPosition;

describe("an activity that was marked as over by mistake", () => {
  it("is to take place: without the attendance that was recorded, told in the log and to all who take part", async () => {
    const { a, b } = setting.units;
    const id = await scheduled(setting, { during: on("2026-02-20") });
    await setting.call(setting.liaison(b), JOIN, { input: { id, organizationId: b } });
    await setting.call(setting.liaison(b), RECORD, {
      input: { id, organizationId: b, attendance: 30 },
    });
    const after = await endOfLog();
    const { data, code } = await reopen(id, setting.liaison(a));
    expect(code).toBeUndefined();
    expect(data.reopenActivity.activity).toMatchObject({
      state: "SCHEDULED",
      attendance: 0,
      heldAt: null,
    });
    const { participants } = data.reopenActivity.activity;
    expect(participants.map((each: { attendance: null }) => each.attendance)).toEqual([null, null]);
    const log = await setting.call(setting.secretary, LOG, { after });
    expect(log.data.activityUpdatesSince.nodes).toEqual([
      { type: "REOPENED", reason: "点错了", activity: { id } },
    ]);
    const notices = (await setting.call(setting.liaison(b), NOTICES)).data.notices.nodes;
    expect(notices).toContainEqual({
      type: "REOPENED",
      recordId: id,
      title:
        "“义务植树”恢复为待举办：2月20日（周五）09:00–11:00。状态（原为已举办，现为已排定）；人次（原为30，现为0）。原因：点错了",
    });
    const tasks = (await setting.call(setting.liaison(a), TASKS)).data.tasks.nodes;
    expect(tasks).toContainEqual({ recordId: id });
  });

  it("has the state from before, and can be held, moved and cancelled like any other", async () => {
    const id = await cancelled();
    expect((await reopen(id)).data.reopenActivity.activity).toMatchObject({
      state: "SCHEDULED",
      cancelReason: null,
    });
    const moved = { id, during: on("2026-03-12") };
    await setting.call(setting.secretary, RESCHEDULE, { input: moved });
    await setting.call(setting.secretary, CANCEL, { input: { id, reason: "大雨" } });
    expect((await reopen(id)).data.reopenActivity.activity.state).toBe("RESCHEDULED");
    setting.clock.now = new Date("2026-03-12T04:00:00Z");
    expect((await setting.call(setting.secretary, HOLD, { input: { id } })).code).toBeUndefined();
  });

  it("does not count in the report any more", async () => {
    const figure = async () =>
      (
        await setting.admin.query(
          `select coalesce(sum(amount), 0)::int as amount from (
             select amount from activities.figure_count where place = '445202' and figure = 'activities'
             union all select amount from activities.figure_change where '445202' = any(region_path) and figure = 'activities'
           ) as counted`,
        )
      ).rows[0].amount;
    const before = await figure();
    const id = await held();
    expect(await figure()).toBe(before + 1);
    await reopen(id);
    expect(await figure()).toBe(before);
  });

  it("stays over once the year's digest is written, and where it is not over nothing is undone", async () => {
    const [done, off, ahead] = [await held(), await cancelled(), await scheduled(setting)];
    expect((await reopen(ahead)).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = new Date("2027-01-31T16:00:00Z");
    for (const id of [done, off]) {
      const { code, message } = await reopen(id);
      expect([code, message]).toEqual([
        "ILLEGAL_TRANSITION",
        expect.stringContaining("2027-01-31"),
      ]);
    }
    setting.clock.now = new Date("2027-01-31T04:00:00Z");
    for (const id of [done, off]) expect((await reopen(id)).code).toBeUndefined();
  });

  it("is reopened by whoever runs the committee and the host's liaison, with a reason", async () => {
    const { a, b, stranger } = setting.units;
    const id = await held();
    expect((await reopen(id, setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await reopen(id, setting.seat)).code).toBe("FORBIDDEN");
    expect((await reopen(id, setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await reopen(id, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await reopen(randomUUID())).code).toBe("NOT_FOUND");
    expect((await reopen(id, setting.secretary, { reason: "" })).code).toBe("BAD_USER_INPUT");
    expect((await reopen(id, setting.secretary, { version: 1 })).code).toBe("CONFLICT");
    expect((await reopen(id, setting.liaison(a))).code).toBeUndefined();
  });
});
