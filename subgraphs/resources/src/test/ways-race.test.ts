import type { Answer } from "@alliance-hub/testing/answer";
import { untilBegun } from "@alliance-hub/testing/until-begun";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { BASKET, BOOK, CHANGE, SERIES, booked, hours, shared } from "./resource-calls.ts";

/** How many want the slot at once, and how many of them have another time that they want to change for it. */
const [CALLERS, MOVERS] = [50, 12];

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const ask = (document: string, input: object): Promise<Answer> =>
  untilBegun(() => setting.call(setting.liaison(setting.units.b), document, { input }));

it.each([1, 7])(
  "of fifty at once for one slot, by single, series, basket and change together, exactly %i have it",
  async (capacity) => {
    const resourceId = await shared(setting, { capacity });
    const other = await shared(setting, { capacity: CALLERS });
    const during = hours(setting, 1, 2);
    const earlier: string[] = [];
    for (let place = 0; place < MOVERS; place += 1) {
      const at = hours(setting, 10 + 2 * place, 11 + 2 * place);
      earlier.push(await booked(setting, resourceId, { during: at }));
    }
    const wish = { organizationId: setting.units.b, during };
    const ways = [
      () => ask(BOOK, { ...wish, resourceId }),
      () => ask(SERIES, { ...wish, resourceId, repeat: { every: "WEEK", count: 1 } }),
      () => ask(BASKET, { ...wish, items: [{ resourceId: other }, { resourceId }] }),
    ];
    const answers = await Promise.all([
      ...Array.from({ length: CALLERS - MOVERS }, (_, turn) => ways[turn % ways.length]?.()),
      ...earlier.map((booking) => ask(CHANGE, { id: booking, during })),
    ]);
    const codes = answers.map((answer) => answer?.code);
    const lost = codes.filter((code) => code !== undefined);
    // Whoever does not have it is told that it is taken, and nothing of locks or of how busy the hub is.
    expect(new Set(lost)).toEqual(new Set(["BOOKING_CONFLICT"]));
    expect(lost).toHaveLength(CALLERS - capacity);
    const { rows } = await setting.admin.query<{ there: number; all: number }>(
      `select count(*) filter (where starts_at = $2)::int as there, count(*)::int as all
       from resources.booking where resource_id = $1`,
      [resourceId, during.start],
    );
    // Whoever did not get the new time has the old one.
    const moved = codes.slice(-MOVERS).filter((code) => code === undefined).length;
    expect(rows[0]).toEqual({ there: capacity, all: MOVERS + capacity - moved });
  },
);
