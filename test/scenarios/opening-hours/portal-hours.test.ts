import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import pg from "pg";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inDays } from "../../support/people.ts";
import { type Rooms, roomsOf } from "../../support/rooms.ts";

const OWNER = "445202-liaison-1";
const [QUARTER_MS, DAY_MS] = [900_000, 86_400_000];
/** Two weeks that nobody has booked, some time ahead. */
const [FIRST, DAYS] = [40, 14];

interface Range {
  readonly start: string;
  readonly end: string;
}

/** What the portal knows of a resource, and how it tells when it is open. */
interface PortalHours {
  openOn(opening: object, day: string): readonly { readonly from: string; readonly to: string }[];
  outsideHours(opening: object, day: string): readonly Range[];
}

let hub: TestHub;
let admin: pg.Client;
let rooms: Rooms;
let portal: PortalHours;

beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  rooms = roomsOf(hub);
  // The portal's build is a bundle of pages: what needs no page is loaded as it is written, as its own tests are.
  const source = "../../../../web/portal/src/routes/resource/hours.ts";
  portal = (await import(new URL(source, import.meta.url).href)) as PortalHours; // it has no types here
});

afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const time = fc
  .integer({ min: 0, max: 96 })
  .map((quarter) => [Math.floor(quarter / 4), (quarter % 4) * 15])
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const bound = fc.integer({ min: 0, max: DAYS }).map((days) => inDays(FIRST + days));
const period = fc
  .record(
    // Weekends, Mondays and another day: these are what make-up days are about.
    {
      weekday: fc.constantFrom(1, 1, 3, 6, 7),
      from: time,
      to: time,
      validFrom: bound,
      validTo: bound,
    },
    { requiredKeys: ["weekday", "from", "to"] },
  )
  .filter(({ from, to, validFrom = "", validTo = "9999" }) => from < to && validFrom <= validTo);

type Period = typeof period extends fc.Arbitrary<infer One> ? One : never;
/** Whether two periods of a weekday would meet while both are valid: the hub refuses those. */
const overlap = (one: Period, other: Period): boolean =>
  one.weekday === other.weekday &&
  one.from < other.to &&
  other.from < one.to &&
  (one.validFrom ?? "") <= (other.validTo ?? "9999") &&
  (other.validFrom ?? "") <= (one.validTo ?? "9999");

/** Whether a day that has been published is off, or a working day. */
const published = fc.constantFrom(undefined, undefined, true, false);
const cases = fc.record({
  openingHours: fc
    .array(period, { maxLength: 9 })
    .map((periods) =>
      periods.filter((one, at) => !periods.slice(0, at).some((other) => overlap(one, other))),
    ),
  onHolidays: fc.constantFrom("OPEN", "CLOSED", "CLOSED"),
  holidays: fc.array(published, { minLength: DAYS, maxLength: DAYS }),
});

const READ = `query ($id: ID!, $during: TimeRangeInput!, $year: Int!, $next: Int!) {
  resource(id: $id) {
    openingHours { weekday from to validFrom validTo note } bookingRules { onHolidays } free(during: $during) { start end }
  }
  year: publicHolidays(year: $year) { days { day name isOff } }
  next: publicHolidays(year: $next) { days { day name isOff } }
}`;

it("the portal knows when a resource is open as the hub does: hours, their validity, days off and make-up days", async () => {
  const id = await rooms.share(OWNER, "随机开放的会议室");
  const days = Array.from({ length: DAYS }, (_, number) => inDays(FIRST + number));
  const begin = Date.parse(`${days[0]}T00:00:00+08:00`);
  const during = {
    start: new Date(begin).toISOString(),
    end: new Date(begin + DAYS * DAY_MS).toISOString(),
  };
  const year = Number(days[0]?.slice(0, 4));
  const quarters = (ranges: readonly Range[]): boolean[] =>
    Array.from({ length: DAYS * 96 }, (_, number) => begin + number * QUARTER_MS).map((at) =>
      ranges.some(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end)),
    );
  await fc.assert(
    fc.asyncProperty(cases, async ({ openingHours, onHolidays, holidays }) => {
      await publish(days, holidays);
      await setVenue({ resourceId: id, openingHours, bookingRules: { onHolidays } });
      const { data } = await hub.ask(READ, { id, during, year, next: year + 1 }, OWNER);
      const resource = data["resource"] as unknown as { readonly free: readonly Range[] }; // as READ asks
      const found = ["year", "next"].flatMap((one) => data[one]?.["days"] ?? []);
      const opening = { ...resource, holidays: new Map(found.map((day) => [day["day"], day])) };
      const open = days.flatMap((day) =>
        portal.openOn(opening, day).map(({ from, to }) => ({
          start: `${day}T${from}:00+08:00`,
          end: new Date(Date.parse(`${day}T00:00:00+08:00`) + minutesOf(to) * 60_000).toISOString(),
        })),
      );
      const free = quarters(resource.free);
      expect(quarters(open)).toEqual(free);
      const closed = quarters(days.flatMap((day) => portal.outsideHours(opening, day)));
      expect(closed.map((isClosed) => !isClosed)).toEqual(free);
    }),
    { numRuns: 25 },
  );
});

const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

/** Puts what is published of some days in the place of what was. */
async function publish(
  days: readonly string[],
  holidays: readonly (boolean | undefined)[],
): Promise<void> {
  await admin.query("delete from resources.holiday where day = any($1)", [days]);
  await admin.query(
    `insert into resources.holiday (day, name, is_off) select day, '某节', is_off
     from unnest($1::date[], $2::boolean[]) as one(day, is_off) where is_off is not null`,
    [days, holidays],
  );
}

async function setVenue(input: object): Promise<void> {
  const { errors } = await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input },
    OWNER,
  );
  expect(errors).toEqual([]);
}
