import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { DECIDE_ALL, SERIES, hours, shared } from "./resource-calls.ts";

const AWAITING = `query ($id: ID!) { bookings(filter: { resourceId: $id }, orderBy: START_ASC) {
  nodes { id series { awaiting { id version } } } } }`;
const HOUR_MS = 3_600_000;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** A date of a series, as it is decided about. */
interface DateOfSeries {
  readonly id: string;
  readonly version: number;
}

it("the dates of a series that await an answer are decided together, and are seen by both sides alone", async () => {
  const id = await shared(setting, { approval: true });
  const { a: provider, b: unit, c: other } = setting.people;
  const { data } = await setting.call(unit, SERIES, {
    input: {
      resourceId: id,
      organizationId: setting.units.b,
      during: hours(setting, 1, 3),
      repeat: { every: "WEEK", count: 4 },
    },
  });
  const made = data.bookSeries.dates.map(
    (date: { booking: DateOfSeries }) => date.booking.id,
  ) as string[];
  const awaiting = async (
    viewer = provider,
  ): Promise<readonly (readonly DateOfSeries[] | undefined)[]> => {
    const answer = await setting.call(viewer, AWAITING, { id });
    expect(answer.message).toBeUndefined();
    return answer.data.bookings.nodes.map(
      ({ series }: { series: { awaiting: DateOfSeries[] } | null }) => series?.awaiting,
    );
  };
  const idsOf = (dates: readonly DateOfSeries[] | undefined) => dates?.map((date) => date.id);
  for (const viewer of [provider, unit])
    expect((await awaiting(viewer)).map(idsOf)).toEqual(Array(4).fill(made));
  expect(await awaiting(other)).toEqual(Array(4).fill(undefined));

  // The first has begun; the second is answered.
  setting.clock.now = new Date(setting.clock.now.getTime() + 2 * HOUR_MS);
  const [dates = []] = await awaiting();
  expect(idsOf(dates)).toEqual(made.slice(1));
  const decide = (bookings: readonly DateOfSeries[]) =>
    setting.call(provider, DECIDE_ALL, { input: { bookings, confirm: true } });
  expect((await decide(dates.slice(0, 1))).message).toBeUndefined();
  const [rest = []] = await awaiting();
  expect(idsOf(rest)).toEqual(made.slice(2));
  expect((await decide(rest)).message).toBeUndefined();
  expect(await awaiting()).toEqual(Array(4).fill([]));
});
