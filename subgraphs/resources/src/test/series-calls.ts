import type { Answer } from "@alliance-hub/testing/answer";
import { expect } from "@jest/globals";
import type { AgreementSetting as Setting } from "./agreement-setting.ts";
import { CHANGE_SERIES, SERIES, hours } from "./resource-calls.ts";

/** A date of a series, as booking and changing it answer. */
interface SeriesDate {
  readonly during: { readonly start: string; readonly end: string };
  readonly outcome: string;
  readonly reason: string | null;
  readonly booking: { readonly id: string; readonly state: string };
}

/** Books series of unit b and changes them. @param settingNow the setting, once it is there. */
export function seriesCalls(settingNow: () => Setting) {
  const datesIn = (answer: Answer): SeriesDate[] => {
    expect(answer.message).toBeUndefined();
    return answer.data.changeSeries.dates as SeriesDate[];
  };
  return {
    /** A series of four Sundays, 13:00 to 15:00. */
    series: async (resourceId: string, over: object = {}) => {
      const setting = settingNow();
      const input = {
        resourceId,
        organizationId: setting.units.b,
        during: hours(setting, 1, 3),
        repeat: { every: "WEEK", count: 4 },
        ...over,
      };
      const { data, message } = await setting.call(setting.people.b, SERIES, { input });
      expect(message).toBeUndefined();
      const { series: made, dates } = data.bookSeries;
      return {
        id: made.id as string,
        bookings: dates.map((date: SeriesDate) => date.booking.id) as string[],
      };
    },
    change: (id: string, over: object = {}, viewer = settingNow().people.b) =>
      settingNow().call(viewer, CHANGE_SERIES, { input: { id, from: "2026-03-01", ...over } }),
    datesIn,
    outcomes: (answer: Answer): string[] => datesIn(answer).map(({ outcome }) => outcome),
    /** When the bookings of a resource are, in hours from now. */
    times: async (resourceId: string): Promise<number[][]> => {
      const { admin, clock } = settingNow();
      const { rows } = await admin.query<{ start: Date; end: Date }>(
        `select starts_at as start, ends_at as end from resources.booking
         where resource_id = $1 and state <> 'CANCELLED' order by starts_at`,
        [resourceId],
      );
      const hour = (at: Date): number => (at.getTime() - clock.now.getTime()) / 3_600_000;
      return rows.map(({ start, end }) => [hour(start), hour(end)]);
    },
  };
}
