import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";

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
