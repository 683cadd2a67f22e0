import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { CHANGE_SERIES, SERIES, shared } from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** The published days, by day: `"National Day,国庆节,3"`. */
interface PublishedDays {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The first day that the table has: nobody books the past. */
const SINCE = "2026-01-01";

it("the table of holidays is what was published; a year that is new in the package belongs into a new migration", async () => {
  const published = createRequire(import.meta.url)(
    "chinese-days/dist/chinese-days.json",
  ) as PublishedDays;
  const lines = (days: Readonly<Record<string, string>>, isOff: boolean): string[] =>
    Object.entries(days)
      .filter(([day]) => day >= SINCE)
      .map(([day, names]) => `('${day}', '${names.split(",")[1]}', ${isOff})`);
  const { rows } = await setting.admin.query<{ line: string }>(
    "select format('(%L, %L, %s)', day, name, is_off::text) as line from resources.holiday",
  );
  const { data } = await setting.call(
    setting.people.anonymous,
    "{ publicHolidays(year: 2026) { publishedUntil days { day name isOff } } }",
  );
  expect(data.publicHolidays).toMatchObject({
    publishedUntil: "2026-12-31",
    days: expect.arrayContaining([
      { day: "2026-10-01", name: "国庆节", isOff: true },
      { day: "2026-05-09", name: "劳动节", isOff: false },
    ]),
  });
  expect(rows.map(({ line }) => line).toSorted()).toEqual(
    [...lines(published.holidays, true), ...lines(published.workdays, false)].toSorted(),
  );
});

it("dates of a series after the published holidays say so, where the resource is closed on holidays", async () => {
  setting.clock.now = new Date("2026-12-01T09:00:00+08:00");
  const unknownOf = async (onHolidays: "OPEN" | "CLOSED") => {
    const resourceId = await shared(setting, { title: "会议室" });
    await setting.call(setting.people.a, SET, {
      input: { resourceId, bookingRules: { onHolidays } },
    });
    const during = { start: "2026-12-24T09:00:00+08:00", end: "2026-12-24T10:00:00+08:00" };
    const input = {
      resourceId,
      organizationId: setting.units.b,
      during,
      repeat: { every: "WEEK", count: 4 },
      onConflict: "SKIP",
    };
    const book = async (preview: boolean) =>
      (await setting.call(setting.people.b, SERIES, { input: { ...input, preview } })).data
        .bookSeries;
    const foreseen = await book(true);
    const { series, dates } = await book(false);
    const change = { id: series.id, from: "2026-12-24", startTime: "10:00", onConflict: "SKIP" };
    const changed = await setting.call(setting.people.b, CHANGE_SERIES, { input: change });
    return [foreseen.dates, dates, changed.data.changeSeries.dates].map((some) =>
      some.map((one: { holidaysUnknown: boolean }) => one.holidaysUnknown),
    );
  };
  // 24 and 31 December, 7 and 14 January.
  expect(await unknownOf("CLOSED")).toEqual(Array(3).fill([false, false, true, true]));
  expect(await unknownOf("OPEN")).toEqual(Array(3).fill(Array(4).fill(false)));
});
