import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { BOOKINGS, booked, hours, shared } from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** The ids of a list, read page by page. */
async function listed(filter: object, orderBy?: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const variables = { filter, orderBy, first: 2, after };
    const { data } = await setting.call(setting.liaison(setting.units.a), BOOKINGS, variables);
    ids.push(...data.bookings.nodes.map(({ id }: { id: string }) => id));
    if (!data.bookings.pageInfo.hasNextPage) return ids;
    after = data.bookings.pageInfo.endCursor;
  }
}

it("lists what others have booked of a unit, in order of time or of making", async () => {
  const { units } = setting;
  const [room, other] = [
    await shared(setting, { capacity: 9 }),
    await shared(setting, { capacity: 9 }),
  ];
  const made: string[] = [];
  const clock = { now: setting.clock.now };
  for (const [resourceId, from] of [
    [room, 5],
    [other, 2],
    [room, 9],
    [room, 2],
  ] as const) {
    const during = hours({ clock }, from, from + 1);
    setting.clock.now = new Date(setting.clock.now.getTime() + 1);
    made.push(await booked(setting, resourceId, { during }));
  }
  const [late, early, latest, alsoEarly] = made;
  const filter = { providerId: units.a };
  expect(await listed(filter)).toEqual(made.toReversed());
  expect(await listed(filter, "NEWEST_FIRST")).toEqual(made.toReversed());
  expect(await listed(filter, "START_ASC")).toEqual([early, alsoEarly, late, latest]);
  expect(await listed(filter, "START_DESC")).toEqual([latest, late, alsoEarly, early]);
  expect(await listed({ ...filter, resourceId: other })).toEqual([early]);
  expect(await listed({ providerId: units.b })).toEqual([]);
  expect(await listed({ providerId: randomUUID() })).toEqual([]);
});
