import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  JOIN,
  RESCHEDULE,
  SCHEDULE,
  activityInput,
  on,
  scheduled,
} from "./calendar-setting.ts";
import { enterRoom } from "./rooms.ts";
import { type ReminderSetting, createReminderSetting } from "./reminder-setting.ts";

const TITLES =
  "query ($filter: NoticeFilter) { notices(filter: $filter, first: 1) { nodes { title noun type recordId } } }";

let setting: ReminderSetting;
beforeAll(async () => {
  setting = await createReminderSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());
beforeEach(() => setting.at("2026-03-01T12:00"));

const change = async (query: string, input: object, viewer = setting.secretary): Promise<void> => {
  const { message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
};
/** The newest notice of a noun, as a unit's liaison reads it. */
const newestOf = async (noun: string, organizationId: string) => {
  const viewer = setting.liaison(organizationId);
  const { data } = await setting.call(viewer, TITLES, { filter: { nouns: [noun] } });
  return data.notices.nodes[0];
};

describe("an activity", () => {
  it("is told at nine of the day before to its units and its committee, with the weekday, and never again", async () => {
    const { b } = setting.units;
    const id = await scheduled(setting, { during: on("2026-03-11") });
    await change(JOIN, { id, organizationId: b }, setting.liaison(b));
    setting.at("2026-03-10T08:59:59");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual([]);
    setting.at("2026-03-10T09:00");
    await setting.remind();
    const all = ["REMINDER unit a", "REMINDER unit b", "REMINDER committee"];
    expect((await setting.toldOf(id)).toSorted()).toEqual(all.toSorted());
    expect((await newestOf("Activity", b)).title).toBe(
      "提醒：“义务植树”将于3月11日（周三）09:00–11:00举办，主办：a",
    );
    for (const time of ["2026-03-10T09:01", "2026-03-11T08:59", "2026-03-11T12:00"]) {
      setting.at(time);
      await setting.remind();
    }
    expect(await setting.toldOf(id)).toHaveLength(3);
  });

  it("that was moved is told for its new time, and one that was cancelled is not", async () => {
    const moved = await scheduled(setting, { during: on("2026-03-11") });
    const cancelled = await scheduled(setting, { during: on("2026-03-11") });
    const late = await scheduled(setting, { during: on("2026-03-11") });
    await change(RESCHEDULE, { id: moved, during: on("2026-03-14") });
    await change(CANCEL, { id: cancelled, reason: "大雨" });
    setting.at("2026-03-10T09:00");
    await setting.remind();
    expect(await setting.toldOf(moved)).toEqual([]);
    expect(await setting.toldOf(cancelled)).toEqual([]);
    expect(await setting.toldOf(late)).toHaveLength(2);
    await change(RESCHEDULE, { id: late, during: on("2026-03-13") });
    setting.at("2026-03-12T09:00");
    await setting.remind();
    expect(await setting.toldOf(late)).toHaveLength(4);
    setting.at("2026-03-13T09:30");
    await setting.remind();
    expect(await setting.toldOf(moved)).toHaveLength(2);
  });

  it("that is scheduled or joined later than that needs no reminder; a hub that was down makes up for it", async () => {
    const { b } = setting.units;
    const early = await scheduled(setting, { during: on("2026-03-11") });
    setting.at("2026-03-10T10:00");
    const id = await scheduled(setting, { during: on("2026-03-11") });
    await change(JOIN, { id: early, organizationId: b }, setting.liaison(b));
    setting.at("2026-03-11T08:00");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual([]);
    expect((await setting.toldOf(early)).toSorted()).toEqual([
      "REMINDER committee",
      "REMINDER unit a",
    ]);
  });
});

describe("a booking", () => {
  it("of an activity is told to the owner of the room alone: its host reads of the activity, once", async () => {
    const host = setting.liaison(setting.units.a);
    const venueId = await enterRoom(setting);
    const input = activityInput(setting, { during: on("2026-03-11"), venueId });
    const { data } = await setting.call(host, SCHEDULE, { input });
    const { id } = data.scheduleActivity.activity;
    const { rows } = await setting.admin.query<{ id: string; state: string }>(
      "select id, state from resources.booking where activity_id = $1",
      [id],
    );
    expect(rows).toMatchObject([{ state: "CONFIRMED" }]);
    setting.at("2026-03-10T09:00");
    await setting.remind();
    expect(await setting.toldOf(rows[0]?.id ?? "")).toEqual(["REMINDER unit c"]);
    expect((await setting.toldOf(id)).toSorted()).toEqual([
      "REMINDER committee",
      "REMINDER unit a",
    ]);
  });

  it("is told to both units, by title only to those who may see the resource", async () => {
    const { b } = setting.units;
    const id = await setting.booking(on("2026-03-11"));
    const open = await setting.booking(on("2026-03-11"), "REQUESTED");
    const cancelled = await setting.booking(on("2026-03-11"), "CANCELLED");
    setting.at("2026-03-10T09:00");
    await setting.remind();
    expect((await setting.toldOf(id)).toSorted()).toEqual(["REMINDER unit b", "REMINDER unit c"]);
    expect([...(await setting.toldOf(open)), ...(await setting.toldOf(cancelled))]).toEqual([]);
    expect((await newestOf("Booking", b)).title).toBe(
      "提醒：b预约了“红色驿站”，3月11日（周三）09:00–11:00，用途：合唱排练",
    );
    await setting.admin.query("update resources.resource set audience = 'PARTIES'");
    expect((await newestOf("Booking", b)).title).toBe(
      "提醒：b预约了一项资源，3月11日（周三）09:00–11:00",
    );
    await setting.admin.query("update resources.resource set audience = 'COMMITTEE'");
  });
});

describe("an agreement", () => {
  it("is told 60, 30 and 7 days before its last day, once each, and after a break only the latest", async () => {
    const id = await setting.agreement("2026-06-30");
    const other = await setting.agreement("2026-06-30");
    setting.at("2026-05-01T08:59");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual([]);
    setting.at("2026-05-01T09:00");
    await setting.remind();
    const all = ["ENDS_SOON committee", "ENDS_SOON unit a", "ENDS_SOON unit b"];
    expect((await setting.toldOf(id)).toSorted()).toEqual(all);
    expect((await newestOf("Agreement", setting.units.a)).title).toBe(
      "共建协议“共育协议”将于6月30日（周二）到期，还有 60 天",
    );
    await setting.admin.query("delete from activities.reminder where record_id = $1", [other]);
    // Down over the second and the third time.
    setting.at("2026-06-24T10:00");
    await setting.remind();
    expect(await setting.toldOf(id)).toHaveLength(6);
    expect((await newestOf("Agreement", setting.units.a)).title).toContain("还有 6 天");
    for (const time of ["2026-06-25T09:00", "2026-06-30T20:00", "2026-07-01T09:00"]) {
      setting.at(time);
      await setting.remind();
    }
    expect(await setting.toldOf(id)).toHaveLength(6);
  });

  it("that was signed later than a time is not told for it", async () => {
    setting.at("2026-06-01T12:00");
    const id = await setting.agreement("2026-06-30", "2026-06-01T04:00:00Z");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual([]);
    setting.at("2026-06-23T09:00");
    await setting.remind();
    expect(await setting.toldOf(id)).toHaveLength(3);
  });
});

/** Leaves a task with a unit, as the records of another subgraph do. @returns its id. */
async function task(input: object): Promise<string> {
  const recordId = randomUUID();
  await setting.admin.query(
    "select directory.keep_tasks('CollectionRound', array[$1::uuid], $2, $3)",
    [
      recordId,
      JSON.stringify([
        {
          kind: "ANSWER_ROUND",
          recordId,
          state: "OPEN",
          opensAt: "2026-03-01T00:00:00Z",
          facts: { committee: { committee: setting.committeeId }, round: null, closesOn: null },
          ...input,
        },
      ]),
      setting.clock.now,
    ],
  );
  const { rows } = await setting.admin.query(
    "select id from activities.task where record_id = $1",
    [recordId],
  );
  return String(rows[0].id);
}
const round = () => ({ record: ["CollectionRound", randomUUID()] });

describe("a task", () => {
  it("is told at nine of the day before its last day, in its own words", async () => {
    const { a } = setting.units;
    const facts = {
      committee: { committee: setting.committeeId },
      round: round(),
      closesOn: { day: "2026-03-11" },
    };
    const id = await task({ organizationId: a, dueAt: "2026-03-12T00:00:00+08:00", facts });
    const settled = await task({
      organizationId: a,
      dueAt: "2026-03-12T00:00:00+08:00",
      facts,
    });
    await setting.admin.query(
      "update activities.task set state = 'DONE', settled_at = now() where id = $1",
      [settled],
    );
    setting.at("2026-03-10T08:59");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual([]);
    setting.at("2026-03-10T09:00");
    await setting.remind();
    setting.at("2026-03-10T09:30");
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual(["DUE_SOON unit a"]);
    expect(await setting.toldOf(settled)).toEqual([]);
    expect((await newestOf("Task", a)).title).toBe(
      "待办将于3月12日（周四）00:00到期：填报大工委的清单征集一项清单征集，截至3月11日（周三）",
    );
  });

  it("that opens later is told at once; one that is over, or not open yet, is not", async () => {
    const { a } = setting.units;
    setting.at("2026-03-10T15:00");
    const due = { organizationId: a, dueAt: "2026-03-11T09:00:00+08:00" };
    const at = "2026-03-10T15:00:00+08:00";
    const [late, ahead, over] = [
      await task({ ...due, opensAt: at }),
      await task({ ...due, opensAt: "2026-03-10T15:01:00+08:00" }),
      await task({ ...due, dueAt: at, opensAt: "2026-03-01T00:00:00Z" }),
    ];
    await setting.remind();
    expect(await setting.toldOf(late)).toEqual(["DUE_SOON unit a"]);
    expect([...(await setting.toldOf(ahead)), ...(await setting.toldOf(over))]).toEqual([]);
    setting.at("2026-03-10T15:01");
    await setting.remind();
    expect(await setting.toldOf(ahead)).toEqual(["DUE_SOON unit a"]);
  });

  it("of the operators of a place is told to them, whoever they are by then", async () => {
    const id = await task({ regionCode: "445202001", dueAt: "2026-03-03T00:00:00+08:00" });
    await setting.remind();
    expect(await setting.toldOf(id)).toEqual(["DUE_SOON operator:445202001"]);
  });
});
