import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  CANCEL,
  CANCEL_SERIES,
  CHANGE,
  DECIDE,
  SERIES,
  booked,
  hours,
  shared,
} from "./resource-calls.ts";

/* The last moment to cancel counts from the first of the times that a booking holds, also while a move is undecided. */

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const START = Date.parse("2026-03-01T04:00:00Z");
const HOUR_MS = 3_600_000;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date(START);
});

const change = (id: string, from: number, to: number) => {
  const during = hours({ clock: { now: new Date(START) } }, from, to);
  return setting.call(setting.people.b, CHANGE, { input: { id, during } });
};
const cancel = (id: string, who: "a" | "b" = "b") =>
  setting.call(setting.people[who], CANCEL, { input: { id, reason: "改期" } });

/** A confirmed booking in 48 hours of a room that needs approval and is cancelled a day before; it asks for next week. */
async function moving() {
  const resourceId = await shared(setting, { approval: true });
  await setting.call(setting.people.a, SET, {
    input: { resourceId, bookingRules: { cancelBeforeMinutes: 24 * 60 } },
  });
  const id = await booked(setting, resourceId, { during: hours(setting, 48, 50) });
  await setting.call(setting.people.a, DECIDE, { input: { id, confirm: true } });
  expect((await change(id, 200, 202)).data.changeBooking.booking.state).toBe("REQUESTED");
  return { resourceId, id };
}
const later = (hour: number) => {
  setting.clock.now = new Date(START + hour * HOUR_MS);
};

describe("the last moment to cancel", () => {
  it("is not evaded by asking for a later time", async () => {
    const { id } = await moving();
    later(47.9);
    expect((await cancel(id)).code).toBe("ILLEGAL_TRANSITION");
    expect((await cancel(id, "a")).code).toBeUndefined();
    const other = await moving();
    later(47.9 + 23);
    expect((await cancel(other.id)).code).toBeUndefined();
  });

  it("is not evaded where the room needs no approval by now: the confirmed time is given up", async () => {
    const { resourceId, id } = await moving();
    later(30);
    await setting.admin.query("update resources.resource set approval = false where id = $1", [
      resourceId,
    ]);
    expect((await change(id, 300, 302)).code).toBe("ILLEGAL_TRANSITION");
    // Nothing of the confirmed time is given up by whoever goes back to it.
    expect((await change(id, 48, 50)).data.changeBooking.booking.state).toBe("CONFIRMED");
  });

  it("is that of the wanted time for another wish: the confirmed time stays held", async () => {
    const { id } = await moving();
    later(30);
    expect((await change(id, 210, 212)).data.changeBooking.booking).toMatchObject({
      state: "REQUESTED",
      previous: hours({ clock: { now: new Date(START) } }, 48, 50),
    });
    later(190);
    expect((await change(id, 220, 222)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("holds for the dates of a series, too", async () => {
    const { resourceId } = await moving();
    const { data } = await setting.call(setting.people.b, SERIES, {
      input: {
        resourceId,
        organizationId: setting.units.b,
        during: hours(setting, 72, 73),
        repeat: { every: "WEEK", count: 2 },
      },
    });
    const { series, dates } = data.bookSeries;
    const [first, second] = dates.map((date: { booking: { id: string } }) => date.booking.id);
    await setting.call(setting.people.a, DECIDE, { input: { id: first, confirm: true } });
    await change(first, 100, 101);
    later(60);
    const input = { id: series.id, reason: "改期" };
    const answer = await setting.call(setting.people.b, CANCEL_SERIES, { input });
    const ids = (some: { id: string }[]) => some.map(({ id }) => id);
    expect(ids(answer.data.cancelSeries.cancelled)).toEqual([second]);
    expect(answer.data.cancelSeries.skipped[0].booking.id).toBe(first);
  });
});
