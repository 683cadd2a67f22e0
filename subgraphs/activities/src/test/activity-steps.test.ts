import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  createCalendarSetting,
  CANCEL,
  HOLD,
  RESCHEDULE,
  SCHEDULE,
  activityInput,
  on,
  scheduled,
} from "./calendar-setting.ts";
import { enterVenue } from "./rooms.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const schedule = (viewer: CalendarSetting["secretary"], over: object = {}) =>
  setting.call(viewer, SCHEDULE, { input: activityInput(setting, over) });

describe("scheduling", () => {
  it("is for whoever runs the committee and the host's liaison; the host takes part from the beginning", async () => {
    const { a, base } = setting.units;
    for (const [viewer, hostId] of [
      [setting.secretary, a],
      [setting.liaison(a), a],
      [setting.liaison(base), base],
    ] as const) {
      const { data } = await schedule(viewer, { hostId });
      expect(data.scheduleActivity.activity).toMatchObject({
        state: "SCHEDULED",
        startsAt: "2026-03-11T01:00:00.000Z",
        attendance: 0,
        version: 1,
        participants: [{ organization: { id: hostId }, attendance: null }],
      });
    }
  });

  it("is not for other units, seats, or nobody", async () => {
    expect((await schedule(setting.liaison(setting.units.b))).code).toBe("FORBIDDEN");
    expect((await schedule(setting.seat)).code).toBe("FORBIDDEN");
    expect((await schedule(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
  });

  it("asks for a host that belongs to the committee, and says how it comes to", async () => {
    const { stranger } = setting.units;
    for (const viewer of [setting.secretary, setting.liaison(stranger)]) {
      const { code, message } = await schedule(viewer, { hostId: stranger });
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toContain("joinCommittee");
    }
  });

  it("finds neither committees nor organisations that are not there", async () => {
    for (const over of [
      { committeeId: "x" },
      { committeeId: randomUUID() },
      { hostId: "x" },
      { hostId: randomUUID() },
    ]) {
      expect((await schedule(setting.secretary, over)).code).toBe("NOT_FOUND");
    }
  });

  it("refuses texts that are empty, too long or tell a mobile number, and times that cannot be", async () => {
    const faults = [
      { title: " " },
      { title: "长".repeat(10_000) },
      { description: "请打 13800138000" },
      { theme: "题".repeat(31) },
      { during: { start: on("2026-03-11").end, end: on("2026-03-11").start } },
      { during: { start: "2026-03-01T00:00:00Z", end: "2026-04-02T00:00:00Z" } },
      { during: on("1989-12-31") },
      { during: on("2029-01-01") },
    ];
    for (const over of faults)
      expect((await schedule(setting.secretary, over)).code).toBe("BAD_USER_INPUT");
  });

  it("takes a venue that is published and that the viewer may see, and no other resource", async () => {
    const { a, base, c } = setting.units;
    const seen = await enterVenue(setting);
    expect((await schedule(setting.liaison(a), { venueId: seen })).code).toBeUndefined();
    const outside = { ...setting.liaison(base), committeeIds: [] };
    expect((await schedule(outside, { hostId: base, venueId: seen })).code).toBe("NOT_FOUND");
    const draft = await enterVenue(setting, { state: "DRAFT", audience: "PUBLIC" });
    expect((await schedule(setting.liaison(a), { venueId: draft })).code).toBe("NOT_FOUND");
    expect((await schedule(setting.liaison(c), { hostId: c, venueId: draft })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect(
      (
        await schedule(setting.liaison(a), {
          venueId: await enterVenue(setting, { kind: "EQUIPMENT" }),
        })
      ).code,
    ).toBe("BAD_USER_INPUT");
    for (const venueId of ["x", randomUUID()])
      expect((await schedule(setting.secretary, { venueId })).code).toBe("NOT_FOUND");
  });

  it("does the work of one key once", async () => {
    const over = { idempotencyKey: "once", title: "只办一次" };
    const ids = [
      await schedule(setting.secretary, over),
      await schedule(setting.secretary, over),
    ].map(({ data }) => data.scheduleActivity.activity.id);
    expect(ids[0]).toBe(ids[1]);
    expect((await schedule(setting.secretary, { ...over, title: "另一个" })).code).toBe(
      "BAD_USER_INPUT",
    );
  });
});

describe("the steps", () => {
  it("move an activity as often as it needs, and the order of a unit's activities with it", async () => {
    const id = await scheduled(setting);
    for (const day of ["2026-03-12", "2026-03-13"]) {
      const { data } = await setting.call(setting.liaison(setting.units.a), RESCHEDULE, {
        input: { id, during: on(day) },
      });
      expect(data.rescheduleActivity.activity).toMatchObject({
        state: "RESCHEDULED",
        endsAt: `${day}T03:00:00.000Z`,
      });
    }
    const repeated = await setting.admin.query(
      "select starts_at from activities.participant where activity_id = $1",
      [id],
    );
    expect(repeated.rows).toEqual([{ starts_at: new Date("2026-03-13T01:00:00Z") }]);
  });

  it("move one whose time has passed to when it took place, and one that lies ahead never into the past", async () => {
    const id = await scheduled(setting);
    const move = (day: string, over: object = {}) =>
      setting.call(setting.secretary, RESCHEDULE, { input: { id, during: on(day), ...over } });
    const { now } = setting.clock;
    const refused = await move("2026-02-28", { reason: "长".repeat(201) });
    expect(refused.code).toBe("BAD_USER_INPUT");
    // Both faults are told at once.
    expect(refused.message).toContain("cannot be moved to 2026-02-28 09:00");
    expect(refused.message).toContain("200");
    setting.clock.now = new Date("2026-03-12T04:00:00Z");
    try {
      expect((await move("2026-03-10")).data.rescheduleActivity.activity).toMatchObject({
        state: "RESCHEDULED",
        startsAt: "2026-03-10T01:00:00.000Z",
      });
      expect((await move("2026-03-13")).message).toBeUndefined();
      expect((await move("2026-03-10")).code).toBe("BAD_USER_INPUT");
    } finally {
      setting.clock.now = now;
    }
  });

  it("keep what the time was before each move and why it was moved, for whoever sees the activity", async () => {
    const id = await scheduled(setting);
    const before = setting.clock.now;
    for (const [day, reason] of [
      ["2026-03-12", "大雨"],
      ["2026-03-13", undefined],
    ] as const) {
      await setting.call(setting.secretary, RESCHEDULE, { input: { id, during: on(day), reason } });
      setting.clock.now = new Date(setting.clock.now.getTime() + 1000);
    }
    const read =
      "query ($id: ID!) { activity(id: $id) { reschedulings { at from { start } to { start end } reason } } }";
    const { data } = await setting.call(setting.liaison(setting.units.b), read, { id });
    const start = (day: string) => `${day}T01:00:00.000Z`;
    expect(data.activity.reschedulings).toMatchObject([
      {
        at: before.toISOString(),
        from: { start: start("2026-03-11") },
        to: { start: start("2026-03-12"), end: "2026-03-12T03:00:00.000Z" },
        reason: "大雨",
      },
      { from: { start: start("2026-03-12") }, to: { start: start("2026-03-13") }, reason: null },
    ]);
    const long = { id, during: on("2026-03-14"), reason: "长".repeat(201) };
    expect((await setting.call(setting.secretary, RESCHEDULE, { input: long })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await setting.call(ANONYMOUS, read, { id })).data.activity).toBeNull();
  });

  it("end with a reason or with having been held, and then are final", async () => {
    const cancelled = await scheduled(setting);
    expect(
      (await setting.call(setting.secretary, CANCEL, { input: { id: cancelled, reason: "" } }))
        .code,
    ).toBe("BAD_USER_INPUT");
    expect(
      (await setting.call(setting.secretary, CANCEL, { input: { id: cancelled, reason: "大雨" } }))
        .code,
    ).toBeUndefined();
    const held = await scheduled(setting, { during: on("2026-02-01") });
    expect(
      (await setting.call(setting.secretary, HOLD, { input: { id: held } })).data.holdActivity
        .activity.state,
    ).toBe("HELD");
    for (const id of [cancelled, held]) {
      for (const [step, input] of [
        [RESCHEDULE, { id, during: on("2026-03-20") }],
        [CANCEL, { id, reason: "大雨" }],
        [HOLD, { id }],
      ] as const) {
        expect((await setting.call(setting.secretary, step, { input })).code).toBe(
          "ILLEGAL_TRANSITION",
        );
      }
    }
  });

  it("do not let an activity be held before it started", async () => {
    const id = await scheduled(setting);
    const { code, message } = await setting.call(setting.secretary, HOLD, { input: { id } });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("2026-03-11 09:00");
  });

  it("are not for others: forbidden to who sees it, not found by who does not", async () => {
    const id = await scheduled(setting);
    for (const [step, input] of [
      [RESCHEDULE, { id, during: on("2026-03-20") }],
      [CANCEL, { id, reason: "大雨" }],
      [HOLD, { id }],
    ] as const) {
      expect((await setting.call(setting.liaison(setting.units.b), step, { input })).code).toBe(
        "FORBIDDEN",
      );
      expect(
        (await setting.call(setting.liaison(setting.units.stranger), step, { input })).code,
      ).toBe("NOT_FOUND");
      expect((await setting.call(ANONYMOUS, step, { input })).code).toBe("UNAUTHENTICATED");
      for (const other of ["x", randomUUID()]) {
        expect(
          (await setting.call(setting.secretary, step, { input: { ...input, id: other } })).code,
        ).toBe("NOT_FOUND");
      }
    }
    const open = await scheduled(setting, { audience: "PUBLIC" });
    expect(
      (await setting.call(ANONYMOUS, CANCEL, { input: { id: open, reason: "大雨" } })).code,
    ).toBe("UNAUTHENTICATED");
  });

  it("refuse a step from an older version", async () => {
    const id = await scheduled(setting);
    await setting.call(setting.secretary, RESCHEDULE, {
      input: { id, during: on("2026-03-12"), version: 1 },
    });
    expect(
      (await setting.call(setting.secretary, CANCEL, { input: { id, reason: "大雨", version: 1 } }))
        .code,
    ).toBe("CONFLICT");
  });

  it("leave an audit entry each, and none where they were refused", async () => {
    const id = await scheduled(setting);
    await setting.call(setting.liaison(setting.units.b), CANCEL, { input: { id, reason: "大雨" } });
    await setting.call(setting.liaison(setting.units.a), CANCEL, { input: { id, reason: "大雨" } });
    const entries = await setting.admin.query(
      "select action, organization_id from audit.entry where record_id = $1 order by action desc",
      [id],
    );
    expect(entries.rows).toEqual([
      { action: "scheduleActivity", organization_id: null },
      { action: "cancelActivity", organization_id: setting.units.a },
    ]);
  });
});
