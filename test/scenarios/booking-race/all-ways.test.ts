import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Answered } from "../../support/clock-hub.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/*
 * Everybody wants one slot of one room at once, each in another way. Whatever comes first: exactly as many have it as fit,
 * whoever has it had waited longest where somebody waited, and nobody is told anything but that it is taken.
 */

const CALLERS = 50;
const SLOT = between("2026-09-12", "09:00", "11:00");
const MOST_CAPACITY = 7;
/** Days on which bookings and activities are that want to move to the slot. */
const otherDay = (index: number): string =>
  new Date(Date.parse("2026-10-01T00:00:00Z") + index * 86_400_000).toISOString().slice(0, 10);
const WAYS = [
  "single",
  "series",
  "basket",
  "change",
  "join",
  "schedule",
  "move",
  "update",
] as const;
type Way = (typeof WAYS)[number];

let day: WorkingDay;
let owner: Unit;
let booker: Unit;
let waiter: Unit;
/** Units that wait for what is full: each waits for it once. */
const line: Unit[] = [];
beforeAll(async () => {
  day = await openWorkingDay("2026-09-01T09:00");
  owner = await day.unit("文化站");
  booker = await day.unit("第一小学");
  waiter = await day.unit("消防站");
  for (let i = 0; i < MOST_CAPACITY + 2; i += 1) line.push(await day.unit(`候补单位 ${i}`));
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const room = (capacity: number): Promise<string> => day.room(owner, "报告厅", { capacity });

async function activity(during: object, venueId: string | null): Promise<string> {
  const made = await day.send(booker.liaison, "scheduleActivity", "activity { id }", {
    committeeId: day.committeeId,
    hostId: booker.id,
    title: "科普讲座",
    kind: "TRAINING",
    audience: "COMMITTEE",
    during,
    venueId,
  });
  return String(made["activity"]?.["id"]);
}

const ask = (as: string, mutation: string, input: object): Promise<Answered> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  return day.hub.ask(as, query, { input });
};

/** What is there before, and then the call that wants the slot. */
async function prepared(
  way: Way,
  resourceId: string,
  index: number,
): Promise<() => Promise<Answered>> {
  const { id: organizationId, liaison } = booker;
  const input = { resourceId, organizationId, during: SLOT };
  const elsewhere = between(otherDay(index), "09:00", "11:00");
  switch (way) {
    case "single":
      return () => ask(liaison, "bookResource", input);
    case "series": {
      const repeat = { every: "WEEK", count: 2 };
      return () => ask(liaison, "bookSeries", { ...input, repeat });
    }
    case "basket": {
      const items = [{ resourceId }, { resourceId: await room(1) }];
      return () => ask(liaison, "bookBasket", { organizationId, during: SLOT, items });
    }
    case "change": {
      const id = await day.book(booker, resourceId, elsewhere);
      return () => ask(liaison, "changeBooking", { id, during: SLOT });
    }
    case "join":
      return () => ask(waiter.liaison, "joinWaitingList", { ...input, organizationId: waiter.id });
    case "schedule": {
      const host = { committeeId: day.committeeId, hostId: organizationId, title: "科普讲座" };
      const wanted = { kind: "TRAINING", audience: "COMMITTEE", during: SLOT };
      return () => ask(liaison, "scheduleActivity", { ...host, ...wanted, venueId: resourceId });
    }
    case "move": {
      const id = await activity(elsewhere, resourceId);
      return () => ask(liaison, "rescheduleActivity", { id, during: SLOT });
    }
    case "update": {
      const id = await activity(SLOT, await room(1));
      return () => ask(liaison, "updateActivity", { id, venueId: resourceId });
    }
  }
}

/** Codes of an answer. A hub that makes as many changes as it can has not begun: it is asked again. */
async function codeOf(call: () => Promise<Answered>): Promise<string> {
  for (;;) {
    const { codes } = await call();
    if (!codes.includes("OVERLOADED")) return codes[0] ?? "had";
  }
}

/** How many have the slot, and the most that take any moment of the room, offers included. */
async function taken(resourceId: string): Promise<{ slot: number; most: number }> {
  const { rows } = await day.hub.admin.query<{ slot: number; most: number }>(
    `with taking as (
       select starts_at, ends_at, quantity from resources.booking
       where resource_id = $1 and state in ('REQUESTED', 'CONFIRMED', 'DONE')
       union all
       select starts_at, ends_at, quantity from resources.waiting_entry where resource_id = $1 and state = 'OFFERED')
     select
       (select coalesce(sum(quantity), 0)::int from taking where starts_at = $2) as slot,
       (select coalesce(max((select sum(quantity) from taking as other
         where other.starts_at <= taking.starts_at and other.ends_at > taking.starts_at)), 0)::int from taking) as most`,
    [resourceId, SLOT.start],
  );
  const [found] = rows;
  if (!found) throw new Error("Nothing was counted");
  return found;
}

const capacities = fc.constantFrom(1, 1, 3, MOST_CAPACITY);
const many = fc.array(fc.constantFrom(...WAYS), { minLength: CALLERS, maxLength: CALLERS });

it("of fifty at once by all ways together exactly as many have the slot as fit", async () => {
  await fc.assert(
    fc.asyncProperty(capacities, many, async (capacity, ways) => {
      const resourceId = await room(capacity);
      const calls: { way: Way; call: () => Promise<Answered> }[] = [];
      for (const [index, way] of ways.entries())
        calls.push({ way, call: await prepared(way, resourceId, index) });
      const answers = await Promise.all(
        calls.map(async ({ way, call }) => ({ way, code: await codeOf(call) })),
      );
      const booked = answers.filter(({ way }) => way !== "join");
      const had = booked.filter(({ code }) => code === "had");
      expect(had).toHaveLength(capacity);
      // Nobody is told of a lock or of anything that they could not have known.
      const others = booked.filter(({ code }) => code !== "had" && code !== "BOOKING_CONFLICT");
      expect(others).toEqual([]);
      // Whoever came before it was full was told to book, the others wait.
      const joined = answers.filter(({ way }) => way === "join").map(({ code }) => code);
      expect(joined.filter((code) => code !== "had" && code !== "CONFLICT")).toEqual([]);
      expect(await taken(resourceId)).toEqual({ slot: capacity, most: capacity });
    }),
    { numRuns: 4 },
  );
}, 300_000);

it("what becomes free goes to whoever waited longest, whatever fifty others want at once", async () => {
  await fc.assert(
    fc.asyncProperty(capacities, many, async (capacity, ways) => {
      const resourceId = await room(capacity);
      const holding: string[] = [];
      for (let i = 0; i < capacity; i += 1)
        holding.push(
          i % 2 === 0 ? await activity(SLOT, resourceId) : await day.book(booker, resourceId, SLOT),
        );
      const waiting = line.slice(0, capacity + 2);
      const entries: string[] = [];
      for (const { id: organizationId, liaison } of waiting) {
        const input = { resourceId, organizationId, during: SLOT };
        const made = await day.send(liaison, "joinWaitingList", "entry { id }", input);
        entries.push(String(made["entry"]?.["id"]));
      }
      const calls: (() => Promise<Answered>)[] = [];
      for (const [index, way] of ways.entries()) calls.push(await prepared(way, resourceId, index));
      const giveBack = holding.map((id, i) => () => {
        const input = { id, reason: "大雨" };
        return ask(booker.liaison, i % 2 === 0 ? "cancelActivity" : "cancelBooking", input);
      });
      const accept = waiting.map(
        ({ liaison }, i) =>
          () =>
            ask(liaison, "acceptOffer", { id: entries[i] }),
      );
      const [given] = await Promise.all([
        Promise.all(giveBack.map(codeOf)),
        Promise.all(accept.map(codeOf)),
        Promise.all(calls.map(codeOf)),
      ]);
      expect(given).toEqual(holding.map(() => "had"));
      for (const call of accept.slice(0, capacity)) await codeOf(call);
      const { rows } = await day.hub.admin.query<{ id: string }>(
        "select id from resources.waiting_entry where resource_id = $1 and state = 'BOOKED' order by line_number",
        [resourceId],
      );
      expect(rows.map(({ id }) => id)).toEqual(entries.slice(0, capacity));
      expect(await taken(resourceId)).toEqual({ slot: capacity, most: capacity });
    }),
    { numRuns: 3 },
  );
}, 300_000);
