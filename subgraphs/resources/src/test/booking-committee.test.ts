import type { Viewer } from "@alliance-hub/sharing/viewer";
import { enterCommittee } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, SERIES, UPDATE, booked, hours, shared } from "./resource-calls.ts";

const READ =
  "query ($id: ID!) { booking(id: $id) { purpose reason series { id } organization { id } } }";

let setting: Setting;
let other: { readonly id: string; readonly secretary: Viewer };
beforeAll(async () => {
  setting = await createSetting();
  const { base, a, b } = setting.units;
  const id = await enterCommittee(setting.admin, { code: "445202002", base, members: [a, b] });
  const secretary = { ...setting.secretary, committeeIds: [id], runsCommitteeIds: [id] };
  other = { id, secretary: { ...secretary, subject: "the other secretary" } };
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const read = async (id: string, viewer: Viewer) =>
  (await setting.call(viewer, READ, { id })).data.booking;
/** What both secretaries read of a booking: the one of the first list, then the other one. */
const purposes = async (id: string) => [
  (await read(id, setting.secretary)).purpose,
  (await read(id, other.secretary)).purpose,
];
const move = async (id: string, committeeId: string | null) =>
  expect(
    (await setting.call(setting.people.a, UPDATE, { input: { id, committeeId } })).message,
  ).toBeUndefined();
const cancel = async (id: string, viewer: Viewer) =>
  (await setting.call(viewer, CANCEL, { input: { id, reason: "停用" } })).code;

describe("a resource that goes on the list of another committee", () => {
  it("takes its bookings with it: whoever runs the new one sees what they are for, the previous one no longer", async () => {
    const room = await shared(setting, { committeeId: setting.committeeId });
    const book = (from: number) =>
      booked(setting, room, { during: hours(setting, from, from + 1), purpose: "党课" });
    const [first, second] = [await book(30), await book(40)];
    expect(await purposes(first)).toEqual(["党课", null]);
    await move(room, other.id);
    expect(await purposes(first)).toEqual([null, "党课"]);
    expect(await cancel(first, setting.secretary)).toBe("FORBIDDEN");
    expect(await cancel(first, other.secretary)).toBeUndefined();
    await move(room, null);
    expect(await purposes(second)).toEqual([null, null]);
    await move(room, setting.committeeId);
    expect(await purposes(second)).toEqual(["党课", null]);
  });

  it("takes a series with it", async () => {
    const room = await shared(setting, { committeeId: setting.committeeId });
    const input = {
      resourceId: room,
      organizationId: setting.units.b,
      during: hours(setting, 60, 61),
      repeat: { every: "WEEK", count: 3 },
    };
    const { data } = await setting.call(setting.people.b, SERIES, { input });
    const id: string = data.bookSeries.dates[0].booking.id;
    const series = { id: data.bookSeries.series.id };
    expect(await read(id, setting.secretary)).toMatchObject({ series });
    await move(room, other.id);
    expect(await read(id, setting.secretary)).toMatchObject({ series: null });
    expect(await read(id, other.secretary)).toMatchObject({ series });
  });

  it("leaves the bookings that are over where they were made", async () => {
    const room = await shared(setting, { committeeId: setting.committeeId });
    const id = await booked(setting, room, { during: hours(setting, 1, 2), purpose: "党课" });
    setting.clock.now = new Date(setting.clock.now.getTime() + 3 * 3_600_000);
    await move(room, other.id);
    expect(await purposes(id)).toEqual(["党课", null]);
  });

  it("leaves alone what a unit that left the committee had taken off its list", async () => {
    const room = await shared(setting, { committeeId: setting.committeeId });
    const id = await booked(setting, room, { during: hours(setting, 90, 91), purpose: "党课" });
    await setting.admin.query("update resources.booking set committee_id = null where id = $1", [
      id,
    ]);
    await move(room, other.id);
    expect(await purposes(id)).toEqual([null, null]);
  });
});
