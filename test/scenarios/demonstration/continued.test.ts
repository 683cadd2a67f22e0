import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type DemonstrationHubs, demonstrationHubs } from "../../support/demonstration-hubs.ts";

const DAY_MS = 86_400_000;
/** Several demonstrations are entered: it takes long where the cores have other work as well. In milliseconds. */
const LIMIT_MS = 300_000;
const later = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/**
 * What is there of the present since an instant, with the state that it is in. A unit is accepted once, so that whom
 * a longer present has accepted does not ask again: of registrations those that were returned are equal.
 */
const PRESENT = `
  select 'booking', id, state, version from resources.booking where created_at >= $1
  union all select 'blocking', id, state, version from resources.blocking where created_at >= $1
  union all select 'agreement', id, state, version from resources.agreement where created_at >= $1
  union all select 'need', id, state, version from resources.need where created_at >= $1
  union all select 'issue', id, state, version from activities.issue where created_at >= $1
  union all select 'activity', id, state || starts_at || attendance, version from activities.activity where created_at >= $1
  union all select 'participant', activity_id, organization_id || state || coalesce(attendance::text, ''), 1
    from activities.participant where coalesce(joined_at, invited_at) >= $1
  union all select 'registration', id, state, version from members.registration
    where created_at >= $1 and state = 'RETURNED'
  order by 1, 2, 3`;

/** The sums of a place's figures for the published period. */
const PUBLISHED = ["organizations", "members", "resources", "activities"]
  .filter((schema) => schema !== "organizations")
  .map(
    (schema) => `select place, figure, sum(amount)::int as amount from (
      select place, figure, day, amount from ${schema}.figure_count
      union all select unnest(region_path), figure, day, amount from ${schema}.figure_change
    ) as counted where day <= '2023-12-31' and place is not null group by place, figure having sum(amount) <> 0`,
  )
  .join(" union all ");

const publishedFigures = async (hubs: DemonstrationHubs) =>
  await hubs.query(`${PUBLISHED} order by place, figure`);

const updates = async (hubs: DemonstrationHubs) =>
  await hubs.query("select count(*)::int as count from activities.activity_update");

describe("the present of the demonstration alliance", () => {
  it(
    "is continued at a later start as if it had been entered at once, and the published figures stay",
    async () => {
      const anyStart = fc.record({
        day: fc.integer({ min: 0, max: 2500 }),
        gap: fc.integer({ min: 1, max: 400 }),
      });
      const isContinued = fc.asyncProperty(anyStart, async ({ day, gap }) => {
        const first = later(new Date("2024-01-02T03:00:00Z"), day);
        const second = later(first, gap);
        await using continued = await demonstrationHubs(1);
        await using fresh = await demonstrationHubs(1);
        await continued.load(0, 0, first);
        const figures = await publishedFigures(continued);
        expect(await continued.load(0, 0, first)).toEqual([]);
        expect(await continued.load(0, 0, second)).toHaveLength(3);
        expect(await continued.load(0, 0, second)).toEqual([]);
        await fresh.load(0, 0, second);
        // Of bookings a fresh start knows the last two months only.
        const since = [later(second, -50)];
        const [one, other] = await Promise.all([
          continued.query(PRESENT, since),
          fresh.query(PRESENT, since),
        ]);
        expect(one.length).toBeGreaterThan(100);
        expect(one).toEqual(other);
        expect(await publishedFigures(continued)).toEqual(figures);
        expect(await publishedFigures(fresh)).toEqual(figures);
        expect(await updates(continued)).toEqual([{ count: 0 }]);
      });
      // What fails is told as it is: to look for less would take as long again and again.
      await fc.assert(isContinued, { numRuns: 2, endOnFailure: true });
    },
    LIMIT_MS,
  );

  it(
    "is continued once, though two hubs start at the same time, and after one that failed",
    async () => {
      await using two = await demonstrationHubs(2);
      const first = new Date("2026-03-01T03:00:00Z");
      await two.load(0, 0, first);
      const second = later(first, 20);
      await two.query(
        `create function resources.fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$`,
      );
      await two.query(
        "create trigger fail before insert on resources.booking for each statement execute function resources.fail()",
      );
      await expect(two.load(0, 0, second)).rejects.toThrow("out of order");
      await two.query("drop trigger fail on resources.booking");
      const steps = await Promise.all([two.load(0, 0, second), two.load(1, 0, second)]);
      // The members were there before the resources failed.
      expect(steps.flat()).toHaveLength(2);
      expect(await two.load(1, 0, second)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    "leaves what people have changed and booked meanwhile",
    async () => {
      await using one = await demonstrationHubs(1);
      const first = new Date("2026-03-01T03:00:00Z");
      const second = later(first, 40);
      await using fresh = await demonstrationHubs(1);
      await fresh.load(0, 0, second);
      const [wanted] = await fresh.query(
        `select resource_id, organization_id, provider_id, starts_at, ends_at from resources.booking
       where exclusive and state = 'CONFIRMED' and starts_at > $1 and created_at > $2 limit 1`,
        [second, later(second, -5)],
      );
      await one.load(0, 0, first);
      const booked = "01890000-0000-7000-8000-000000000001";
      await one.query(
        `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, starts_at,
         ends_at, quantity, exclusive, state) values ($1, $2, $2, $3, $4, $5, $6::timestamptz + interval '1 hour',
         $7::timestamptz + interval '1 hour', 1, true, 'CONFIRMED')`,
        [booked, first, ...Object.values(wanted ?? {})],
      );
      const blocked = await one.query(
        `insert into resources.blocking (id, created_at, updated_at, resource_id, provider_id, starts_at, ends_at, reason, state)
       select '01890000-0000-7000-8000-000000000002', $2, $2, resource.id, resource.provider_id, $2,
         $2::timestamptz + interval '60 days', '装修', 'ACTIVE'
       from resources.resource where id = (select resource_id from resources.booking
         where resource_id <> $1 and created_at > $2::timestamptz - interval '20 days' limit 1) returning resource_id`,
        [Object.values(wanted ?? {})[0], first],
      );
      expect(blocked).toHaveLength(1);
      const changed = await one.query(
        `update resources.booking set state = 'CANCELLED', reason = '改期', version = 2
       where id = (select id from resources.booking where state = 'REQUESTED' limit 1) returning id`,
      );
      await one.load(0, 0, second);
      expect(
        await one.query("select state from resources.booking where id = any ($1::uuid[])", [
          [booked, ...changed.map(({ id }) => id)],
        ]),
      ).toEqual(expect.arrayContaining([{ state: "CONFIRMED" }, { state: "CANCELLED" }]));
      const intoBlocked = await one.query(
        `select id from resources.booking where resource_id = $1 and created_at > $2
         and state <> 'CANCELLED'`,
        [Object.values(blocked[0] ?? {})[0], later(first, 1)],
      );
      expect(intoBlocked).toEqual([]);
      const overlapping = await one.query(
        `select one.id from resources.booking one join resources.booking other
         on other.resource_id = one.resource_id and other.id <> one.id and other.during && one.during
       where one.state in ('REQUESTED', 'CONFIRMED', 'DONE') and other.state in ('REQUESTED', 'CONFIRMED', 'DONE')`,
      );
      expect(overlapping).toEqual([]);
    },
    LIMIT_MS,
  );
});
