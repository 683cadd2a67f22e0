import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, DECIDE, UPDATE, booked, hours, shared } from "./resource-calls.ts";
import { ACCEPT, type Unit, entries, join, joined } from "./waiting-calls.ts";

/* Who waits for a resource that is not theirs any more: they get nothing of it, and learn nothing of it. */

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
const accept = (id: string, unit: Unit) =>
  setting.call(setting.people[unit], ACCEPT, { input: { id } });
const statesOf = async (resourceId: string) =>
  (await entries(setting, resourceId)).map(({ state }) => state);
const toldOf = async (recordId: string) => {
  const { rows } = await setting.admin.query(
    "select type from activities.notice where record_id = $1 order by number",
    [recordId],
  );
  return rows.map(({ type }) => type);
};
/** A room of the committee, which units b and c see. */
const committeeRoom = (over: object = {}) =>
  shared(setting, { audience: "COMMITTEE", committeeId: setting.committeeId, ...over });

/** Ways in which a resource is shared with unit c no longer. */
const LOST = [
  [
    "its provider shows it to others alone",
    async (resourceId: string) => {
      const input = { id: resourceId, audience: "PARTIES" };
      expect((await setting.call(setting.people.a, UPDATE, { input })).message).toBeUndefined();
    },
    async () => {},
  ],
  [
    "the unit has left the committee",
    async () => {
      await setting.admin.query(
        "update members.membership set leaves_on = '2026-02-28', leaving_reason = '合并' where organization_id = $1",
        [setting.units.c],
      );
    },
    async () => {
      await setting.admin.query(
        "update members.membership set leaves_on = null, leaving_reason = null where organization_id = $1",
        [setting.units.c],
      );
    },
  ],
] as const;

describe.each(LOST)("a unit that waits for a resource, where %s", (_how, lose, restore) => {
  afterEach(restore);

  it("is not offered a time that becomes free, and is told that it waits no longer; the next one is offered it", async () => {
    const resourceId = await committeeRoom();
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "a", { resourceId, during });
    await lose(resourceId);
    expect((await cancel(booking)).code).toBeUndefined();
    expect(await statesOf(resourceId)).toEqual(["LAPSED", "OFFERED"]);
    expect(await toldOf(first)).toEqual(["IN_VAIN"]);
    expect((await accept(first, "c")).code).toBe("ILLEGAL_TRANSITION");
  });

  it("cannot accept what it was offered before, which is offered to the next one by the worker", async () => {
    const resourceId = await committeeRoom();
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "a", { resourceId, during });
    await cancel(booking);
    await lose(resourceId);
    const refused = await accept(first, "c");
    expect(refused.code).toBe("ILLEGAL_TRANSITION");
    // What it may not see is not named.
    expect(refused.message).not.toContain("会议室");
    await setting.moveWaitingOn();
    expect(await statesOf(resourceId)).toEqual(["LAPSED", "OFFERED"]);
    expect(await toldOf(first)).toEqual(["OFFERED", "IN_VAIN"]);
  });

  it("is not told for whom the time is confirmed", async () => {
    const resourceId = await committeeRoom({ approval: true });
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await lose(resourceId);
    const input = { id: booking, confirm: true };
    const { message } = await setting.call(setting.people.a, DECIDE, { input });
    expect(message).toBeUndefined();
    expect(await toldOf(first)).not.toContain("TAKEN");
  });
});

it("a unit does not wait for what its liaison sees only in another role", async () => {
  const resourceId = await committeeRoom();
  const during = hours(setting, 72, 73);
  await booked(setting, resourceId, { during });
  const both = { ...setting.people.stranger, committeeIds: [setting.committeeId] };
  const as = { ...setting, people: { ...setting.people, stranger: both } };
  expect(await join(as, "stranger", { resourceId, during })).toMatchObject({
    code: "BAD_USER_INPUT",
    extensions: { field: "organizationId" },
  });
  expect((await join(setting, "c", { resourceId, during })).code).toBeUndefined();
});

it("an entry that is withdrawn while its list moves on is not offered", async () => {
  const resourceId = await shared(setting);
  const during = hours(setting, 72, 73);
  const booking = await booked(setting, resourceId, { during });
  const first = await joined(setting, "c", { resourceId, during });
  const other = new Client({ connectionString: setting.url });
  await other.connect();
  try {
    // As the end of a unit does: without the lock of the resource.
    await other.query("begin");
    await other.query("update resources.waiting_entry set state = 'WITHDRAWN' where id = $1", [
      first,
    ]);
    const cancelled = cancel(booking);
    await lockWaits(setting.admin);
    await other.query("commit");
    expect((await cancelled).code).toBeUndefined();
  } finally {
    await other.end();
  }
  expect(await statesOf(resourceId)).toEqual(["WITHDRAWN"]);
});
