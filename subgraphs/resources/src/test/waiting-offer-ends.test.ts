import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, book, booked, hours, shared } from "./resource-calls.ts";
import { ACCEPT, WITHDRAW, entries, joined } from "./waiting-calls.ts";

const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
const LIFT = `mutation ($input: LiftBlockingInput!) { liftBlocking(input: $input) { blocking { id } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const cancel = (id: string) =>
  setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
const accept = (id: string, unit: "a" | "b" | "c" | "stranger") =>
  setting.call(setting.people[unit], ACCEPT, { input: { id } });
const withdraw = (id: string, unit: "a" | "b" | "c" | "stranger") =>
  setting.call(setting.people[unit], WITHDRAW, { input: { id } });
const told = async (recordId: string) => {
  const { rows } = await setting.admin.query(
    "select type from activities.notice where record_id = $1 order by number",
    [recordId],
  );
  return rows.map(({ type }) => type);
};
const tasksOf = async (recordId: string) => {
  const { rows } = await setting.admin.query(
    "select state from activities.task where record_id = $1 order by created_at",
    [recordId],
  );
  return rows.map(({ state }) => state);
};
const statesOf = async (resourceId: string) =>
  (await entries(setting, resourceId)).map(({ state }) => state);

describe("an offer", () => {
  it("lapses when its time is over, and goes to the next one", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    const second = await joined(setting, "stranger", { resourceId, during });
    await cancel(booking);
    setting.clock.now = new Date("2026-03-02T04:00:00Z");
    expect((await accept(first, "c")).code).toBe("ILLEGAL_TRANSITION");
    await setting.moveWaitingOn();
    expect(await entries(setting, resourceId)).toMatchObject([
      { id: first, state: "LAPSED" },
      { id: second, state: "OFFERED", until: "2026-03-03T04:00:00Z" },
    ]);
    const { rows } = await setting.admin.query(
      `select type, organization_id as to from activities.notice where noun = 'WaitingEntry'
       and record_id = any($1) order by number`,
      [[first, second]],
    );
    expect(rows).toEqual([
      { type: "OFFERED", to: setting.units.c },
      { type: "LAPSED", to: setting.units.c },
      { type: "OFFERED", to: setting.units.stranger },
    ]);
    await setting.moveWaitingOn();
    expect(await statesOf(resourceId)).toEqual(["LAPSED", "OFFERED"]);
    const tasks = await setting.admin.query(
      `select state from activities.task where record_id = any($1) order by created_at`,
      [[first, second]],
    );
    expect(tasks.rows).toEqual([{ state: "LAPSED" }, { state: "OPEN" }]);
  });

  it("goes to the next one when its unit withdraws", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "stranger", { resourceId, during });
    await cancel(booking);
    for (const unit of ["a", "b", "stranger"] as const) {
      const codes = [(await withdraw(first, unit)).code, (await accept(first, unit)).code];
      const code = unit === "a" ? "FORBIDDEN" : "NOT_FOUND";
      expect({ unit, codes }).toEqual({ unit, codes: [code, code] });
    }
    expect((await withdraw(first, "c")).data.withdrawWaiting.entry.state).toBe("WITHDRAWN");
    expect(await statesOf(resourceId)).toEqual(["WITHDRAWN", "OFFERED"]);
    expect((await withdraw(first, "c")).code).toBe("ILLEGAL_TRANSITION");
  });

  it("cannot be accepted where there is none", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    await booked(setting, resourceId, { during });
    const waiting = await joined(setting, "c", { resourceId, during });
    expect((await accept(waiting, "c")).code).toBe("ILLEGAL_TRANSITION");
    expect((await accept("x", "c")).code).toBe("NOT_FOUND");
  });

  it("is taken back when the provider blocks its time: the unit waits on, is told why, and comes first again", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "stranger", { resourceId, during });
    await cancel(booking);
    const { data } = await setting.call(setting.people.a, BLOCK, {
      input: { resourceId, during, reason: "检修" },
    });
    expect(await entries(setting, resourceId)).toMatchObject([
      { id: first, state: "WAITING", until: null },
      { state: "WAITING", until: null },
    ]);
    expect((await accept(first, "c")).code).toBe("ILLEGAL_TRANSITION");
    expect(await told(first)).toEqual(["OFFERED", "BLOCKED"]);
    expect(await tasksOf(first)).toEqual(["LAPSED"]);
    await setting.call(setting.people.a, LIFT, {
      input: { id: data.blockResource.blocking.id },
    });
    // Whoever comes first moves the list on, as the worker does.
    expect(
      (await book(setting, resourceId, { during: hours(setting, 90, 91) })).code,
    ).toBeUndefined();
    expect(await statesOf(resourceId)).toEqual(["OFFERED", "WAITING"]);
    expect((await accept(first, "c")).data.acceptOffer.entry.state).toBe("BOOKED");
  });

  it("stays where another time of the resource is blocked", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await cancel(booking);
    const touching = hours(setting, 73, 75);
    await setting.call(setting.people.a, BLOCK, {
      input: { resourceId, during: touching, reason: "检修" },
    });
    expect((await accept(first, "c")).data.acceptOffer.entry.state).toBe("BOOKED");
  });
});

it("ends for those whose time has come, and where the resource is withdrawn", async () => {
  const resourceId = await shared(setting);
  const gone = await shared(setting);
  const during = hours(setting, 5, 6);
  for (const id of [resourceId, gone]) {
    await booked(setting, id, { during });
    await joined(setting, "c", { resourceId: id, during });
  }
  await setting.call(
    setting.people.a,
    `mutation ($input: WithdrawResourceInput!) { withdrawResource(input: $input) { resource { id } } }`,
    { input: { id: gone, reason: "装修" } },
  );
  await setting.moveWaitingOn();
  expect(await statesOf(gone)).toEqual(["LAPSED"]);
  expect(await statesOf(resourceId)).toEqual(["WAITING"]);
  setting.clock.now = new Date("2026-03-01T09:00:00Z");
  await setting.moveWaitingOn();
  expect(await statesOf(resourceId)).toEqual(["LAPSED"]);
  const { rows } = await setting.admin.query(
    `select type from activities.notice where noun = 'WaitingEntry' and record_id in (
       select id from resources.waiting_entry where resource_id = any($1))`,
    [[resourceId, gone]],
  );
  expect(rows).toEqual([{ type: "IN_VAIN" }, { type: "IN_VAIN" }]);
});
