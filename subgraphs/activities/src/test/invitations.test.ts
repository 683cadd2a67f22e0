import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { on } from "./calendar-setting.ts";
import { invitationCalls } from "./invitation-calls.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";

const START = new Date("2026-03-01T04:00:00Z");

let setting: InvitationSetting;
let calls: ReturnType<typeof invitationCalls>;
beforeAll(async () => {
  setting = await createInvitationSetting();
  calls = invitationCalls(setting);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = START;
});

describe("inviting", () => {
  it("is for the host's liaison and whoever runs the committee", async () => {
    const { b, c, stranger } = setting.units;
    const id = await setting.hosted();
    const open = await setting.hosted({ audience: "PUBLIC" });
    expect((await calls.invite(id, [b], setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await calls.invite(id, [b], setting.seat)).code).toBe("FORBIDDEN");
    expect((await calls.invite(id, [b], setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await calls.invite(open, [b], ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await calls.invite(randomUUID(), [b])).code).toBe("NOT_FOUND");
    expect((await calls.invite(id, [b])).code).toBeUndefined();
    expect((await calls.invite(id, [c], setting.secretary)).code).toBeUndefined();
  });

  it("shows the activity to the unit, of the committee or not, until it declines", async () => {
    const { b, stranger } = setting.units;
    for (const audience of ["PARTIES", "COMMITTEE"]) {
      const id = await setting.hosted({ audience });
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toBeNull();
      await calls.invite(id, [b, stranger]);
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toEqual([
        "a JOINED",
        "stranger INVITED",
      ]);
      expect((await calls.decline(id, stranger)).code).toBeUndefined();
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toBeNull();
      expect(await setting.partsSeenBy(setting.liaison(b), id)).toEqual(["a JOINED", "b INVITED"]);
    }
  });

  it("says everything that is wrong with the units at once, and invites none then", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [c]);
    const ended = await setting.enterUnit({ ended: true });
    const first = await calls.invite(id, ["x", randomUUID(), ended, b, b]);
    expect(first.code).toBe("BAD_USER_INPUT");
    for (const part of [
      "organizationIds.0",
      "organizationIds.1",
      "organizationIds.2",
      "ended",
      "organizationIds.4",
      "twice",
    ])
      expect(first.message).toContain(part);
    const away = await setting.enterUnit({ alliance: "445203" });
    const { code, message } = await calls.invite(id, [a, b, c, away]);
    expect(code).toBe("BAD_USER_INPUT");
    for (const part of ["a, which is JOINED", "c, which is INVITED", "another alliance"])
      expect(message).toContain(part);
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED", "c INVITED"]);
  });

  it("takes 1 to 100 units at once, and no more than an activity can have", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    for (const units of [[], Array.from({ length: 101 }, () => randomUUID())])
      expect((await calls.invite(id, units)).message).toContain("1 to 100");
    await setting.admin.query(
      `update activities.activity set participant_ids = participant_ids || (select array_agg(gen_random_uuid()) from generate_series(1, 998)) where id = $1`,
      [id],
    );
    expect((await calls.invite(id, [b, c])).message).toContain("1000 units");
    expect((await calls.invite(id, [b])).code).toBeUndefined();
    // Whoever is invited has a place; nobody else has.
    expect((await calls.join(id, c)).message).toContain("1000 units");
    expect((await calls.join(id, b)).code).toBeUndefined();
  });

  it("is over once it has begun, was held or was cancelled", async () => {
    const { b } = setting.units;
    const [begun, held, cancelled] = [
      await setting.hosted(),
      await setting.hosted({ during: on("2026-02-20") }),
      await setting.hosted(),
    ];
    await setting.step("holdActivity", setting.secretary, { id: held });
    await setting.step("cancelActivity", setting.secretary, { id: cancelled, reason: "大雨" });
    for (const id of [held, cancelled])
      expect((await calls.invite(id, [b])).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = new Date(on("2026-03-11").start);
    expect((await calls.invite(begun, [b])).message).toContain("joinActivity");
  });

  it("is told to the unit, and stands in the update log", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    const told = await setting.toldOf(id);
    await calls.invite(id, [b], setting.secretary);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_INVITED b"]);
    expect(await calls.updatesOf(id)).toEqual(["SCHEDULED", "PARTICIPANT_INVITED"]);
  });
});

describe("the answer", () => {
  it("is given by the unit, or entered by whoever keeps the list", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b, c]);
    expect((await calls.decline(id, b, {}, setting.liaison(c))).code).toBe("FORBIDDEN");
    expect((await calls.decline(id, b, {}, setting.seat)).code).toBe("FORBIDDEN");
    expect((await calls.decline(id, b, {}, setting.liaison(a))).code).toBeUndefined();
    expect((await calls.decline(id, c, {}, setting.secretary)).code).toBeUndefined();
    const open = await setting.hosted({ audience: "PUBLIC" });
    await calls.invite(open, [b]);
    expect((await calls.decline(open, b, {}, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
  });

  it("yes takes part, is told to the host, and changes nothing a second time", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b]);
    const told = await setting.toldOf(id);
    const { data } = await calls.join(id, b);
    expect(data.joinActivity.activity.participants).toContainEqual({
      state: "JOINED",
      reason: null,
      attendance: null,
      invitedAt: new Date(START.getTime() + 1).toISOString(),
      joinedAt: new Date(START.getTime() + 2).toISOString(),
      endedAt: null,
      organization: { id: b },
    });
    await calls.join(id, b);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_JOINED a"]);
    expect(await calls.updatesOf(id)).toEqual([
      "SCHEDULED",
      "PARTICIPANT_INVITED",
      "PARTICIPANT_JOINED",
    ]);
  });

  it("no stays, with its reason, for the host and the unit, and changes nothing a second time", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b]);
    const told = await setting.toldOf(id);
    expect((await calls.decline(id, b, { reason: "当天有培训" })).code).toBeUndefined();
    expect((await calls.decline(id, b, { reason: "另一个" })).code).toBeUndefined();
    const all = ["a JOINED", "b DECLINED 当天有培训"];
    for (const viewer of [setting.liaison(b), setting.liaison(setting.units.a), setting.secretary])
      expect(await setting.partsSeenBy(viewer, id)).toEqual(all);
    expect(await setting.partsSeenBy(setting.liaison(c), id)).toEqual(["a JOINED"]);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_DECLINED a"]);
    expect(await calls.updatesOf(id)).toEqual([
      "SCHEDULED",
      "PARTICIPANT_INVITED",
      "PARTICIPANT_DECLINED",
    ]);
  });

  it("no gives a reason without personal numbers, of up to 200 characters", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b]);
    for (const reason of ["请打 13800138000", " ", "长".repeat(201)])
      expect((await calls.decline(id, b, { reason })).code).toBe("BAD_USER_INPUT");
  });

  it("follows the steps: whoever joined leaves, whoever declined or left may join and be invited again", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    expect((await calls.decline(id, b)).code).toBe("BAD_USER_INPUT");
    await calls.invite(id, [b]);
    const left = await calls.leave(id, b);
    expect([left.code, left.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining(
        "is INVITED and cannot become LEFT. Allowed from here: JOINED, DECLINED",
      ),
    ]);
    await calls.join(id, b);
    const declined = await calls.decline(id, b);
    expect([declined.code, declined.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("is JOINED and cannot become DECLINED. Allowed from here: LEFT"),
    ]);
    await calls.leave(id, b);
    for (const again of [0, 1]) {
      expect((await calls.invite(id, [b])).code).toBeUndefined();
      expect((await calls.decline(id, b, { reason: `第${again}次` })).code).toBeUndefined();
    }
    expect((await calls.join(id, b)).code).toBeUndefined();
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED", "b JOINED"]);
    await setting.step("cancelActivity", setting.secretary, { id, reason: "大雨" });
    expect((await calls.join(id, c)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("comes too late once the activity was cancelled or held, with the state and the version that it has", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b, c]);
    expect((await calls.decline(id, b, { version: 1 })).code).toBe("CONFLICT");
    await setting.step("cancelActivity", setting.secretary, { id, reason: "大雨" });
    expect((await calls.decline(id, b)).code).toBe("ILLEGAL_TRANSITION");
    expect((await calls.join(id, b)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is the report of a unit that came without having answered", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b, c]);
    setting.clock.now = new Date(on("2026-03-12").start);
    const told = await setting.toldOf(id);
    const report = { id, organizationId: b, attendance: 9 };
    const { data } = await setting.step("recordAttendance", setting.liaison(b), report);
    expect(data.recordAttendance.activity).toMatchObject({ state: "HELD", attendance: 9 });
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual([
      "a JOINED",
      "c INVITED",
      "b JOINED",
    ]);
    // Who never answered is not asked how many came.
    expect((await setting.toldOf(id)).slice(told.length)).toEqual([
      "PARTICIPANT_JOINED a",
      "HELD a",
      "HELD committee",
      "ATTENDANCE_RECORDED a",
    ]);
    const late = { id, organizationId: c, attendance: 3 };
    expect((await setting.step("recordAttendance", setting.liaison(c), late)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    expect(
      (await setting.step("recordAttendance", setting.liaison(a), late)).data.recordAttendance
        .activity.attendance,
    ).toBe(12);
  });
});
