import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { on } from "./calendar-setting.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";

const START = new Date("2026-03-01T04:00:00Z");

let setting: InvitationSetting;
beforeAll(async () => {
  setting = await createInvitationSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = START;
});

const invite = (id: string, units: readonly string[], viewer = setting.liaison(setting.units.a)) =>
  setting.step("inviteUnits", viewer, { id, organizationIds: units });
const join = (id: string, unit: string, viewer = setting.liaison(unit)) =>
  setting.step("joinActivity", viewer, { id, organizationId: unit });
const decline = (id: string, unit: string, over: object = {}, viewer = setting.liaison(unit)) =>
  setting.step("declineInvitation", viewer, { id, organizationId: unit, ...over });
const leave = (id: string, unit: string, viewer = setting.liaison(unit)) =>
  setting.step("leaveActivity", viewer, { id, organizationId: unit });
/** What the update log has of an activity, in order. */
const updatesOf = async (id: string): Promise<string[]> => {
  const { rows } = await setting.admin.query(
    "select type from activities.activity_update where activity_id = $1 order by number",
    [id],
  );
  return rows.map(({ type }) => type);
};

describe("inviting", () => {
  it("is for the host's liaison and whoever runs the committee", async () => {
    const { b, c, stranger } = setting.units;
    const id = await setting.hosted();
    const open = await setting.hosted({ audience: "PUBLIC" });
    expect((await invite(id, [b], setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await invite(id, [b], setting.seat)).code).toBe("FORBIDDEN");
    expect((await invite(id, [b], setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await invite(open, [b], ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await invite(randomUUID(), [b])).code).toBe("NOT_FOUND");
    expect((await invite(id, [b])).code).toBeUndefined();
    expect((await invite(id, [c], setting.secretary)).code).toBeUndefined();
  });

  it("shows the activity to the unit, of the committee or not, until it declines", async () => {
    const { b, stranger } = setting.units;
    for (const audience of ["PARTIES", "COMMITTEE"]) {
      const id = await setting.hosted({ audience });
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toBeNull();
      await invite(id, [b, stranger]);
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toEqual([
        "a JOINED",
        "stranger INVITED",
      ]);
      expect((await decline(id, stranger)).code).toBeUndefined();
      expect(await setting.partsSeenBy(setting.liaison(stranger), id)).toBeNull();
      expect(await setting.partsSeenBy(setting.liaison(b), id)).toEqual(["a JOINED", "b INVITED"]);
    }
  });

  it("says everything that is wrong with the units at once, and invites none then", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [c]);
    const ended = await setting.enterUnit({ ended: true });
    const first = await invite(id, ["x", randomUUID(), ended, b, b]);
    expect(first.code).toBe("BAD_USER_INPUT");
    for (const part of ['"x"', "organizationIds.2", "ended", "organizationIds.4", "twice"])
      expect(first.message).toContain(part);
    const away = await setting.enterUnit({ alliance: "445203" });
    const { code, message } = await invite(id, [a, b, c, away]);
    expect(code).toBe("BAD_USER_INPUT");
    for (const part of ["a, which is JOINED", "c, which is INVITED", "another alliance"])
      expect(message).toContain(part);
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED", "c INVITED"]);
  });

  it("takes 1 to 100 units at once, and no more than an activity can have", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    for (const units of [[], Array.from({ length: 101 }, () => randomUUID())])
      expect((await invite(id, units)).message).toContain("1 to 100");
    await setting.admin.query(
      `update activities.activity set participant_ids = participant_ids || (select array_agg(gen_random_uuid()) from generate_series(1, 998)) where id = $1`,
      [id],
    );
    expect((await invite(id, [b, c])).message).toContain("1000 units");
    expect((await invite(id, [b])).code).toBeUndefined();
    // Whoever is invited has a place; nobody else has.
    expect((await join(id, c)).message).toContain("1000 units");
    expect((await join(id, b)).code).toBeUndefined();
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
      expect((await invite(id, [b])).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = new Date(on("2026-03-11").start);
    expect((await invite(begun, [b])).message).toContain("joinActivity");
  });

  it("is told to the unit, and stands in the update log", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    const told = await setting.toldOf(id);
    await invite(id, [b], setting.secretary);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_INVITED b"]);
    expect(await updatesOf(id)).toEqual(["SCHEDULED", "PARTICIPANT_INVITED"]);
  });
});

describe("the answer", () => {
  it("is given by the unit, or entered by whoever keeps the list", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b, c]);
    expect((await decline(id, b, {}, setting.liaison(c))).code).toBe("FORBIDDEN");
    expect((await decline(id, b, {}, setting.seat)).code).toBe("FORBIDDEN");
    expect((await decline(id, b, {}, setting.liaison(a))).code).toBeUndefined();
    expect((await decline(id, c, {}, setting.secretary)).code).toBeUndefined();
    const open = await setting.hosted({ audience: "PUBLIC" });
    await invite(open, [b]);
    expect((await decline(open, b, {}, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
  });

  it("yes takes part, is told to the host, and changes nothing a second time", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b]);
    const told = await setting.toldOf(id);
    const { data } = await join(id, b);
    expect(data.joinActivity.activity.participants).toContainEqual({
      state: "JOINED",
      reason: null,
      attendance: null,
      invitedAt: new Date(START.getTime() + 1).toISOString(),
      joinedAt: new Date(START.getTime() + 2).toISOString(),
      endedAt: null,
      organization: { id: b },
    });
    await join(id, b);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_JOINED a"]);
    expect(await updatesOf(id)).toEqual(["SCHEDULED", "PARTICIPANT_INVITED", "PARTICIPANT_JOINED"]);
  });

  it("no stays, with its reason, for the host and the unit, and changes nothing a second time", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b]);
    const told = await setting.toldOf(id);
    expect((await decline(id, b, { reason: "当天有培训" })).code).toBeUndefined();
    expect((await decline(id, b, { reason: "另一个" })).code).toBeUndefined();
    const all = ["a JOINED", "b DECLINED 当天有培训"];
    for (const viewer of [setting.liaison(b), setting.liaison(setting.units.a), setting.secretary])
      expect(await setting.partsSeenBy(viewer, id)).toEqual(all);
    expect(await setting.partsSeenBy(setting.liaison(c), id)).toEqual(["a JOINED"]);
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_DECLINED a"]);
    expect(await updatesOf(id)).toEqual([
      "SCHEDULED",
      "PARTICIPANT_INVITED",
      "PARTICIPANT_DECLINED",
    ]);
  });

  it("no gives a reason without personal numbers, of up to 200 characters", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b]);
    for (const reason of ["请打 13800138000", " ", "长".repeat(201)])
      expect((await decline(id, b, { reason })).code).toBe("BAD_USER_INPUT");
  });

  it("follows the steps: whoever joined leaves, whoever declined or left may join and be invited again", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    expect((await decline(id, b)).code).toBe("BAD_USER_INPUT");
    await invite(id, [b]);
    const left = await leave(id, b);
    expect([left.code, left.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining(
        "is INVITED and cannot become LEFT. Allowed from here: JOINED, DECLINED",
      ),
    ]);
    await join(id, b);
    const declined = await decline(id, b);
    expect([declined.code, declined.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("is JOINED and cannot become DECLINED. Allowed from here: LEFT"),
    ]);
    await leave(id, b);
    for (const again of [0, 1]) {
      expect((await invite(id, [b])).code).toBeUndefined();
      expect((await decline(id, b, { reason: `第${again}次` })).code).toBeUndefined();
    }
    expect((await join(id, b)).code).toBeUndefined();
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED", "b JOINED"]);
    await setting.step("cancelActivity", setting.secretary, { id, reason: "大雨" });
    expect((await join(id, c)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("comes too late once the activity was cancelled or held, with the state and the version that it has", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b, c]);
    expect((await decline(id, b, { version: 1 })).code).toBe("CONFLICT");
    await setting.step("cancelActivity", setting.secretary, { id, reason: "大雨" });
    expect((await decline(id, b)).code).toBe("ILLEGAL_TRANSITION");
    expect((await join(id, b)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is the report of a unit that came without having answered", async () => {
    const { a, b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b, c]);
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

describe("a host that somebody else names", () => {
  const SCHEDULE = `mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) {
    activity { id host { id } participants { state organization { id } } } } }`;
  const schedule = async (hostId: string, viewer = setting.secretary, over: object = {}) => {
    const { committeeId } = setting;
    const during = on("2026-03-11");
    const about = { title: "义诊", kind: "SERVICE", audience: "COMMITTEE" };
    const input = { committeeId, hostId, during, ...about, ...over };
    const { data, message } = await setting.call(viewer, SCHEDULE, { input });
    if (message !== undefined) throw new Error(message);
    const { id, participants } = data.scheduleActivity.activity;
    return { id, states: participants.map(({ state }: { state: string }) => state) };
  };

  it("is asked for what is ahead, unless the committee stands on it; its own liaison is not asked", async () => {
    const { a, base, c } = setting.units;
    const { id, states } = await schedule(a);
    expect(states).toEqual(["INVITED"]);
    expect(await setting.partsSeenBy(setting.liaison(c), id)).toEqual(["a INVITED"]);
    expect(await setting.invitationsOf(a, id)).toEqual(["OPEN 2026-03-11T01:00:00.000Z"]);
    const { rows } = await setting.admin.query(
      "select facts ->> 'answerBy' is not null as asks from activities.notice where record_id = $1 and organization_id = $2",
      [id, a],
    );
    expect(rows).toEqual([{ asks: true }]);
    for (const [hostId, viewer, over] of [
      [a, setting.liaison(a), {}],
      [base, setting.secretary, {}],
      [a, setting.secretary, { during: on("2026-02-20") }],
    ] as const)
      expect((await schedule(hostId, viewer, over)).states).toEqual(["JOINED"]);
  });

  it("accepts by joining", async () => {
    const { a } = setting.units;
    const { id } = await schedule(a);
    const told = await setting.toldOf(id);
    expect((await join(id, a)).code).toBeUndefined();
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED"]);
    // Whoever asked learns that the unit hosts.
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_JOINED committee"]);
    expect((await decline(id, a)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("gives the hosting back by declining: the organisation that the committee stands on hosts, and all are told", async () => {
    const { a, b, base } = setting.units;
    const { id } = await schedule(a, setting.secretary, { audience: "PARTIES" });
    await invite(id, [b], setting.secretary);
    const told = await setting.toldOf(id);
    const { data } = await decline(id, a, { reason: "人手不够" });
    expect(data.declineInvitation.activity.host).toEqual({ id: base });
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual([
      "a DECLINED 人手不够",
      "b INVITED",
      "base JOINED",
    ]);
    expect(await setting.partsSeenBy(setting.liaison(a), id)).toBeNull();
    expect((await setting.toldOf(id)).slice(told.length).toSorted()).toEqual(
      [
        "PARTICIPANT_DECLINED base",
        "PARTICIPANT_DECLINED committee",
        "HANDED_OVER b",
        "HANDED_OVER base",
        "HANDED_OVER committee",
      ].toSorted(),
    );
    expect((await updatesOf(id)).toSorted()).toEqual(
      ["SCHEDULED", "PARTICIPANT_INVITED", "PARTICIPANT_JOINED", "PARTICIPANT_DECLINED"].toSorted(),
    );
  });

  it("does not decline where nobody else could host", async () => {
    const { base } = setting.units;
    const { id } = await schedule(base);
    await setting.admin.query(
      "update activities.participant set state = 'INVITED', invited_at = now(), joined_at = null where activity_id = $1",
      [id],
    );
    const { code, message } = await decline(id, base);
    expect([code, message]).toEqual(["BAD_USER_INPUT", expect.stringContaining("cancelActivity")]);
  });
});

describe("an invitation that awaits its unit", () => {
  const DUE = "2026-03-11T01:00:00.000Z";

  it("is done by either answer, and called for again by another invitation", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await invite(id, [b, c]);
    for (const unit of [b, c])
      expect(await setting.invitationsOf(unit, id)).toEqual([`OPEN ${DUE}`]);
    await join(id, b);
    await decline(id, c);
    for (const unit of [b, c])
      expect(await setting.invitationsOf(unit, id)).toEqual([`DONE ${DUE}`]);
    await invite(id, [c]);
    expect((await setting.invitationsOf(c, id)).toSorted()).toEqual([`DONE ${DUE}`, `OPEN ${DUE}`]);
  });

  it("moves with the activity, and lapses when that starts, is held or cancelled", async () => {
    const { a, b } = setting.units;
    const [moved, cancelled, held] = [
      await setting.hosted(),
      await setting.hosted(),
      await setting.hosted({ during: on("2026-03-02") }),
    ];
    for (const id of [moved, cancelled, held]) await invite(id, [b]);
    await setting.step("rescheduleActivity", setting.liaison(a), {
      id: moved,
      during: on("2026-03-20"),
    });
    const due = new Date(on("2026-03-20").start).toISOString();
    expect(await setting.invitationsOf(b, moved)).toEqual([`OPEN ${due}`]);
    await setting.step("cancelActivity", setting.secretary, { id: cancelled, reason: "大雨" });
    expect(await setting.invitationsOf(b, cancelled)).toEqual([`LAPSED ${DUE}`]);
    setting.clock.now = new Date(on("2026-03-02").end);
    await setting.step("holdActivity", setting.liaison(a), { id: held });
    const { rows } = await setting.admin.query(
      "select state from activities.task where kind = 'ANSWER_INVITATION' and record_id = $1",
      [held],
    );
    expect(rows).toEqual([{ state: "LAPSED" }]);
    setting.clock.now = new Date(on("2026-03-20").start);
    expect(await setting.invitationsOf(b, moved)).toEqual([`LAPSED ${due}`]);
  });
});

describe("lists and calendars of a unit", () => {
  const LISTS = `query ($unit: ID!) {
    activities(filter: { organizationId: $unit }) { totalCount nodes { id } }
    _entities(representations: [{ __typename: "Organization", id: $unit }]) { ... on Organization { activities(first: 20) { nodes { id } } } } }`;

  it("have what it hosts and takes part in, not what it is only invited to, has declined or left", async () => {
    const { b } = setting.units;
    const id = await setting.hosted();
    const listed = async (): Promise<boolean[]> => {
      const { data, message } = await setting.call(setting.secretary, LISTS, { unit: b });
      if (message !== undefined) throw new Error(message);
      return [data.activities, data._entities[0].activities].map(({ nodes }) =>
        nodes.some((node: { id: string }) => node.id === id),
      );
    };
    const none = [false, false];
    await invite(id, [b]);
    expect(await listed()).toEqual(none);
    await join(id, b);
    expect(await listed()).toEqual([true, true]);
    await leave(id, b);
    expect(await listed()).toEqual(none);
    await invite(id, [b]);
    await decline(id, b);
    expect(await listed()).toEqual(none);
  });
});
