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
    expect((await calls.join(id, a)).code).toBeUndefined();
    expect(await setting.partsSeenBy(setting.secretary, id)).toEqual(["a JOINED"]);
    // Whoever asked learns that the unit hosts.
    expect((await setting.toldOf(id)).slice(told.length)).toEqual(["PARTICIPANT_JOINED committee"]);
    expect((await calls.decline(id, a)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("gives the hosting back by declining: the organisation that the committee stands on hosts, and all are told", async () => {
    const { a, b, base } = setting.units;
    const { id } = await schedule(a, setting.secretary, { audience: "PARTIES" });
    await calls.invite(id, [b], setting.secretary);
    const told = await setting.toldOf(id);
    const { data } = await calls.decline(id, a, { reason: "人手不够" });
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
    expect((await calls.updatesOf(id)).toSorted()).toEqual(
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
    const { code, message } = await calls.decline(id, base);
    expect([code, message]).toEqual(["BAD_USER_INPUT", expect.stringContaining("cancelActivity")]);
  });
});

describe("an invitation that awaits its unit", () => {
  const DUE = "2026-03-11T01:00:00.000Z";

  it("is done by either answer, and called for again by another invitation", async () => {
    const { b, c } = setting.units;
    const id = await setting.hosted();
    await calls.invite(id, [b, c]);
    for (const unit of [b, c])
      expect(await setting.invitationsOf(unit, id)).toEqual([`OPEN ${DUE}`]);
    await calls.join(id, b);
    await calls.decline(id, c);
    for (const unit of [b, c])
      expect(await setting.invitationsOf(unit, id)).toEqual([`DONE ${DUE}`]);
    await calls.invite(id, [c]);
    expect((await setting.invitationsOf(c, id)).toSorted()).toEqual([`DONE ${DUE}`, `OPEN ${DUE}`]);
  });

  it("moves with the activity, and lapses when that starts, is held or cancelled", async () => {
    const { a, b } = setting.units;
    const [moved, cancelled, held] = [
      await setting.hosted(),
      await setting.hosted(),
      await setting.hosted({ during: on("2026-03-02") }),
    ];
    for (const id of [moved, cancelled, held]) await calls.invite(id, [b]);
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
    await calls.invite(id, [b]);
    expect(await listed()).toEqual(none);
    await calls.join(id, b);
    expect(await listed()).toEqual([true, true]);
    await calls.leave(id, b);
    expect(await listed()).toEqual(none);
    await calls.invite(id, [b]);
    await calls.decline(id, b);
    expect(await listed()).toEqual(none);
  });
});
