import { untilBegun } from "@alliance-hub/testing/until-begun";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { AVAILABILITY, CANCEL, RESOURCES, book, hours, shared } from "./resource-calls.ts";

/** Hours of the day that the property is tried in. */
const DAY = 12;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

it.each([1, 7])(
  "of fifty callers at once for a slot of which there are %i, exactly so many win",
  async (capacity) => {
    const id = await shared(setting, { capacity });
    const during = hours(setting, 1, 2);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => untilBegun(() => book(setting, id, { during }))),
    );
    const won = answers.filter((answer) => answer.code === undefined);
    expect(won).toHaveLength(capacity);
    expect(answers.filter((answer) => answer.code === "BOOKING_CONFLICT")).toHaveLength(
      50 - capacity,
    );
    const stored = await setting.admin.query(
      "select count(*)::int as n from resources.booking where resource_id = $1",
      [id],
    );
    expect(stored.rows[0].n).toBe(capacity);
  },
);

it("is one at a time for PostgreSQL too, whatever writes to the table", async () => {
  const id = await shared(setting);
  await book(setting, id, { during: hours(setting, 1, 3) });
  const copy = `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, starts_at, ends_at, quantity, exclusive, state)
    select gen_random_uuid(), now(), now(), resource_id, organization_id, provider_id, starts_at + interval '1 hour', ends_at, 1, true, state
    from resources.booking where resource_id = $1`;
  await expect(setting.admin.query(copy, [id])).rejects.toMatchObject({
    constraint: "booking_one_at_a_time",
  });
});

const attempt = fc.record({
  from: fc.nat(DAY - 1),
  length: fc.integer({ min: 1, max: 5 }),
  quantity: fc.integer({ min: 1, max: 3 }),
});
/** Book, or give back one of those that are booked. */
const step = fc.oneof(
  { weight: 3, arbitrary: attempt },
  { weight: 1, arbitrary: fc.record({ cancel: fc.nat(20) }) },
);

interface Held {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
}

let rooms = 0;
/** A room with a name that no other has, so that the list can be asked for it alone. */
async function room(capacity: number): Promise<{ id: string; title: string }> {
  const title = `room${(rooms += 1)}x`;
  return { id: await shared(setting, { capacity, title }), title };
}

const inUse = (held: readonly Held[], hour: number) =>
  held
    .filter((one) => one.from <= hour && hour < one.to)
    .reduce((sum, one) => sum + one.quantity, 0);

it("takes and refuses exactly what a model of hours says, one after the other", async () => {
  const liaison = setting.liaison(setting.units.b);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 5, maxLength: 20 }),
      async (capacity, steps) => {
        const { id, title } = await room(capacity);
        let held: Held[] = [];
        for (const one of steps) {
          if ("cancel" in one) {
            const given = held[one.cancel % Math.max(held.length, 1)];
            if (!given) continue;
            expect(
              (await setting.call(liaison, CANCEL, { input: { id: given.id, reason: "改期" } }))
                .code,
            ).toBeUndefined();
            held = held.filter((other) => other !== given);
            continue;
          }
          const { from, quantity } = one;
          const to = from + one.length;
          const answer = await book(setting, id, { during: hours(setting, from, to), quantity });
          const fits = Array.from({ length: to - from }, (_, i) => inUse(held, from + i)).every(
            (used) => used + quantity <= capacity,
          );
          expect(answer.code).toBe(
            quantity > capacity ? "BAD_USER_INPUT" : fits ? undefined : "BOOKING_CONFLICT",
          );
          if (answer.code === undefined)
            held.push({ id: answer.data.bookResource.booking.id, from, to, quantity });
        }
        await expectFree({ id, title }, (hour) => capacity - inUse(held, hour));
      },
    ),
    { numRuns: 25 },
  );
});

it("never takes more than there is, all at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(attempt, { minLength: 10, maxLength: 25 }),
      async (capacity, attempts) => {
        const { id, title } = await room(capacity);
        const answers = await Promise.all(
          attempts.map(({ from, length, quantity }) =>
            book(setting, id, { during: hours(setting, from, from + length), quantity }),
          ),
        );
        const held = attempts.flatMap(({ from, length, quantity }, i) =>
          answers[i]?.code === undefined ? [{ id: "", from, to: from + length, quantity }] : [],
        );
        expect(held.length).toBeGreaterThan(
          attempts.every((one) => one.quantity > capacity) ? -1 : 0,
        );
        for (let hour = 0; hour < DAY + 5; hour += 1)
          expect(inUse(held, hour)).toBeLessThanOrEqual(capacity);
        await expectFree({ id, title }, (hour) => capacity - inUse(held, hour));
      },
    ),
    { numRuns: 20 },
  );
});

/** What `free` and `freeDuring` say agrees with how much is left by the hour. */
async function expectFree(
  { id, title }: { id: string; title: string },
  left: (hour: number) => number,
): Promise<void> {
  const during = hours(setting, 0, DAY);
  const { free } = (await setting.call(ANONYMOUS, AVAILABILITY, { id, during })).data.resource;
  const within = (slot: { start: string; end: string }, hour: number) => {
    const { start, end } = hours(setting, hour, hour + 1);
    return slot.start <= start && end <= slot.end;
  };
  for (let hour = 0; hour < DAY; hour += 1) {
    const slots = free.filter((slot: { start: string; end: string }) => within(slot, hour));
    expect(slots.map((slot: { quantity: number }) => slot.quantity)).toEqual(
      left(hour) > 0 ? [left(hour)] : [],
    );
  }
  for (const [from, to] of [
    [0, DAY],
    [2, 5],
    [5, 6],
  ] as const) {
    const filter = { text: title, freeDuring: hours(setting, from, to) };
    const { nodes } = (await setting.call(ANONYMOUS, RESOURCES, { filter })).data.resources;
    const expected = Array.from({ length: to - from }, (_, i) => left(from + i)).every(
      (quantity) => quantity > 0,
    );
    expect(nodes).toEqual(expected ? [{ id }] : []);
  }
}
