import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  RESCHEDULE,
  SCHEDULE,
  UPDATE,
  activityInput,
  createCalendarSetting,
  on,
} from "./calendar-setting.ts";
import { type Waiting, enterRoom, enterWaiting, lineOf } from "./rooms.ts";

const [DAY, OTHER_DAY] = ["2026-03-11", "2026-03-12"];

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const host = (): Viewer => setting.liaison(setting.units.a);
const schedule = (over: object) =>
  setting.call(host(), SCHEDULE, { input: activityInput(setting, over) });
const idOf = async (over: object): Promise<string> =>
  (await schedule(over)).data.scheduleActivity.activity.id;
const waitFor = (resourceId: string, over: Pick<Waiting, "offeredUntil" | "from"> = {}) =>
  enterWaiting(setting, { resourceId, organizationId: setting.units.b, day: DAY, ...over });

/** What a unit that waits was told of its entry. */
async function toldOf(entryId: string): Promise<object[]> {
  const { rows } = await setting.admin.query(
    `select type, organization_id as to from activities.notice where record_id = $1 order by number`,
    [entryId],
  );
  return rows;
}

describe("an activity whose venue others wait for", () => {
  it("is not stopped by an offer whose time is over, and stopped by one that is open", async () => {
    const lapsed = await enterRoom(setting);
    const over = await waitFor(lapsed, { offeredUntil: "2026-03-01T03:59:00Z" });
    expect((await schedule({ venueId: lapsed })).message).toBeUndefined();
    expect(await lineOf(setting, lapsed)).toEqual(["LAPSED"]);
    expect(await toldOf(over)).toEqual([{ type: "LAPSED", to: setting.units.b }]);

    const open = await enterRoom(setting);
    await waitFor(open, { offeredUntil: "2026-03-01T04:01:00Z" });
    expect((await schedule({ venueId: open })).code).toBe("BOOKING_CONFLICT");
  });

  it("does not get what was free and is due to whoever waits, even if nobody has moved the list on", async () => {
    const venueId = await enterRoom(setting);
    await waitFor(venueId);
    expect((await schedule({ venueId })).code).toBe("BOOKING_CONFLICT");
    // What was refused left nothing: the worker offers it.
    expect(await lineOf(setting, venueId)).toEqual(["WAITING"]);
    // Another time of the same room is not what is waited for; the offer is made all the same.
    expect((await schedule({ venueId, during: on(OTHER_DAY) })).message).toBeUndefined();
    expect(await lineOf(setting, venueId)).toEqual(["OFFERED"]);
  });

  it.each([
    [
      "is cancelled",
      (id: string) => setting.call(host(), CANCEL, { input: { id, reason: "大雨" } }),
    ],
    [
      "is moved",
      (id: string) => setting.call(host(), RESCHEDULE, { input: { id, during: on(OTHER_DAY) } }),
    ],
    [
      "is shortened",
      (id: string) => {
        const during = { start: `${DAY}T09:00:00+08:00`, end: `${DAY}T10:00:00+08:00` };
        return setting.call(host(), RESCHEDULE, { input: { id, during } });
      },
    ],
    [
      "takes place elsewhere",
      async (id: string) => {
        const venueId = await enterRoom(setting);
        return await setting.call(host(), UPDATE, { input: { id, venueId } });
      },
    ],
  ])("offers the time at once to the first who waits when it %s", async (_way, give) => {
    const venueId = await enterRoom(setting);
    const id = await idOf({ venueId });
    // The last hour, which is free after each of them.
    const first = await waitFor(venueId, { from: "10:00" });
    await waitFor(venueId);
    expect((await give(id)).message).toBeUndefined();
    expect(await lineOf(setting, venueId)).toEqual(["OFFERED", "WAITING"]);
    expect(await toldOf(first)).toEqual([{ type: "OFFERED", to: setting.units.b }]);
    expect((await schedule({ venueId })).code).toBe("BOOKING_CONFLICT");
  });

  it("keeps both times of a move that the provider has to approve: nothing is free before that", async () => {
    const venueId = await enterRoom(setting, { approval: true });
    const id = await idOf({ venueId });
    await setting.admin.query(
      "update resources.booking set state = 'CONFIRMED' where activity_id = $1",
      [id],
    );
    await waitFor(venueId);
    await setting.call(host(), RESCHEDULE, { input: { id, during: on(OTHER_DAY) } });
    expect(await lineOf(setting, venueId)).toEqual(["WAITING"]);
  });
});

it("activities that exchange their venues, twenty pairs at once, wait for each other in one order", async () => {
  const pairs = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const venues = [
        await enterRoom(setting, { capacity: 2 }),
        await enterRoom(setting, { capacity: 2 }),
      ];
      const ids = [await idOf({ venueId: venues[0] }), await idOf({ venueId: venues[1] })];
      return { venues, ids };
    }),
  );
  const answers = await Promise.all(
    pairs.flatMap(({ venues, ids }) => [
      setting.call(host(), UPDATE, { input: { id: ids[0], venueId: venues[1] } }),
      setting.call(host(), UPDATE, { input: { id: ids[1], venueId: venues[0] } }),
    ]),
  );
  const codes = answers.map(({ code }) => code).filter((code) => code !== "OVERLOADED");
  expect(new Set(codes)).toEqual(new Set([undefined]));
});
