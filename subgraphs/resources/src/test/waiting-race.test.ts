import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { untilBegun } from "@alliance-hub/testing/until-begun";
import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, book, booked, hours, shared } from "./resource-calls.ts";
import { ACCEPT, type Unit, WITHDRAW, enterUnits, entries, join, joinAs } from "./waiting-calls.ts";

const NOW = new Date("2026-03-01T04:00:00Z");
const HOUR_MS = 3_600_000;
/** The first hour of the times that are tried: so far ahead that every offer lasts 24 hours. */
const FIRST = 400;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = NOW;
});

const cancel = (id: string) =>
  // The provider may: some are made by one unit, some by another.
  setting.call(setting.people.a, CANCEL, { input: { id, reason: "改期" } });
const answer = (mutation: string, { id, unit }: Pick<Waiting, "id" | "unit">) =>
  setting.call(setting.people[unit], mutation, { input: { id } });

/** Units that wait for one time, each once, in this order: their entries. */
async function waitingUnits(count: number, input: object) {
  const waiting: { readonly id: string; readonly unitId: string }[] = [];
  for (const unitId of await enterUnits(setting, count)) {
    const { data } = await joinAs(setting, unitId, input);
    waiting.push({ id: data.joinWaitingList.entry.id, unitId });
  }
  return waiting;
}

/** Moves all lists on, as the worker does, which tries again, too. */
const movedOn = () =>
  untilBegun(() =>
    setting.moveWaitingOn().then(
      () => ({ code: undefined }),
      (error: unknown) => {
        if (error instanceof HubError) return { code: error.code };
        throw error;
      },
    ),
  );

it("of fifty who book while a time becomes free, none gets what somebody waits for", async () => {
  const resourceId = await shared(setting);
  const during = hours(setting, 72, 73);
  const booking = await booked(setting, resourceId, { during });
  const waiting = await waitingUnits(5, { resourceId, during });
  const more = await enterUnits(setting, 20);
  const [cancelled, ...others] = await Promise.all([
    untilBegun(() => cancel(booking)),
    ...Array.from({ length: 25 }, () => untilBegun(() => book(setting, resourceId, { during }))),
    ...more.map((unitId) => untilBegun(() => joinAs(setting, unitId, { resourceId, during }))),
    ...Array.from({ length: 4 }, movedOn),
  ]);
  expect(cancelled?.code).toBeUndefined();
  const count = (code: string | undefined) => others.filter((one) => one.code === code).length;
  expect([count("BOOKING_CONFLICT"), count(undefined)]).toEqual([25, 24]);
  const line = await entries(setting, resourceId);
  expect(line.map(({ state }) => state)).toEqual(["OFFERED", ...Array(24).fill("WAITING")]);
  expect(line[0]?.id).toBe(waiting[0]?.id);
});

it("of fifty who accept, book and move the list on at once, exactly as many as fit have it", async () => {
  const capacity = 3;
  const resourceId = await shared(setting, { capacity });
  const during = hours(setting, 72, 73);
  const holding = [];
  for (let i = 0; i < capacity; i += 1) holding.push(await booked(setting, resourceId, { during }));
  const waiting = await waitingUnits(10, { resourceId, during });
  const accept = ({ id, unitId }: (typeof waiting)[number]) =>
    setting.call(setting.liaison(unitId), ACCEPT, { input: { id } });
  await Promise.all([
    ...holding.map((id) => untilBegun(() => cancel(id))),
    ...Array.from({ length: 15 }, () => untilBegun(() => book(setting, resourceId, { during }))),
    ...Array.from({ length: 5 }, movedOn),
    ...waiting.flatMap((entry) => Array.from({ length: 3 }, () => untilBegun(() => accept(entry)))),
  ]);
  await setting.moveWaitingOn();
  for (const entry of waiting.slice(0, capacity)) await accept(entry);
  const line = await entries(setting, resourceId);
  expect(line.map(({ state }) => state)).toEqual([
    ...Array(capacity).fill("BOOKED"),
    ...Array(10 - capacity).fill("WAITING"),
  ]);
  const { rows } = await setting.admin.query(
    `select count(*)::int as n from resources.booking where resource_id = $1 and state = 'CONFIRMED'`,
    [resourceId],
  );
  expect(rows).toEqual([{ n: capacity }]);
});

interface Wish {
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
}
interface Waiting extends Wish {
  readonly id: string;
  readonly unit: Unit;
  state: string;
  until: number;
}

/** A resource, its bookings and its line, as plain as can be: looked at hour by hour. */
class Model {
  readonly capacity: number;
  bookings: (Wish & { readonly id: string })[] = [];
  line: Waiting[] = [];
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  fits({ from, to, quantity }: Wish): boolean {
    const taking = [...this.bookings, ...this.line.filter(({ state }) => state === "OFFERED")];
    return Array.from({ length: to - from }, (_, i) => from + i).every(
      (hour) =>
        taking
          .filter((one) => one.from <= hour && hour < one.to)
          .reduce((sum, one) => sum + one.quantity, quantity) <= this.capacity,
    );
  }

  moveOn(now: number): void {
    for (const one of this.line)
      if (one.state === "OFFERED" && one.until <= now) one.state = "LAPSED";
    for (const one of this.line) {
      if (one.state !== "WAITING" || !this.fits(one)) continue;
      one.state = "OFFERED";
      one.until = now + 24 * HOUR_MS;
    }
  }

  /** What a call that is refused would have seen: nothing of it stays. */
  copy(): Model {
    const copy = new Model(this.capacity);
    copy.bookings = [...this.bookings];
    copy.line = this.line.map((one) => ({ ...one }));
    return copy;
  }
}

const wish = fc.record({
  from: fc.nat(5),
  length: fc.integer({ min: 1, max: 3 }),
  quantity: fc.integer({ min: 1, max: 3 }),
});
const step = fc.oneof(
  { weight: 3, arbitrary: wish.map((one) => ({ does: "book" as const, ...one })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(wish, fc.constantFrom<Unit>("base", "c", "stranger"))
      .map(([one, unit]) => ({ does: "join" as const, unit, ...one })),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom("cancel" as const, "withdraw" as const, "accept" as const),
      which: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("pass" as const), isSeen: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(one: Step, model: Model, resourceId: string): Promise<Model> {
  const now = setting.clock.now.getTime();
  if (one.does === "book" || one.does === "join") {
    const { from, quantity } = one;
    const wanted = { from, to: from + one.length, quantity };
    const during = hoursFrom(wanted);
    const input = { resourceId, during, quantity };
    const next = model.copy();
    next.moveOn(now);
    const isFree = next.fits(wanted);
    if (one.does === "book") {
      const { code, data } = await book(setting, resourceId, { during, quantity });
      if (quantity > model.capacity) expect(code).toBe("BAD_USER_INPUT");
      else expect(code).toBe(isFree ? undefined : "BOOKING_CONFLICT");
      if (code !== undefined) return model;
      next.bookings.push({ ...wanted, id: data.bookResource.booking.id });
      return next;
    }
    const { unit } = one;
    const { code, data } = await join(setting, unit, input);
    const waits = next.line.some(
      (entry) =>
        entry.unit === unit &&
        ["WAITING", "OFFERED"].includes(entry.state) &&
        entry.from < wanted.to &&
        wanted.from < entry.to,
    );
    if (quantity > model.capacity) expect(code).toBe("BAD_USER_INPUT");
    else expect(code).toBe(isFree || waits ? "CONFLICT" : undefined);
    if (code !== undefined) return model;
    const { id } = data.joinWaitingList.entry;
    next.line.push({ ...wanted, id, unit, state: "WAITING", until: 0 });
    return next;
  }
  if (one.does === "pass") {
    setting.clock.now = new Date(now + 13 * HOUR_MS);
    if (!one.isSeen) return model;
    await setting.moveWaitingOn();
    model.moveOn(now + 13 * HOUR_MS);
    return model;
  }
  if (one.does === "cancel") {
    const given = model.bookings[one.which % Math.max(model.bookings.length, 1)];
    if (!given) return model;
    expect((await cancel(given.id)).code).toBeUndefined();
    model.bookings = model.bookings.filter((other) => other !== given);
    model.moveOn(now);
    return model;
  }
  const entry = model.line[one.which % Math.max(model.line.length, 1)];
  if (!entry) return model;
  const { state, until } = entry;
  if (one.does === "withdraw") {
    const isOpen = state === "WAITING" || state === "OFFERED";
    const { code } = await answer(WITHDRAW, entry);
    expect(code).toBe(isOpen ? undefined : "ILLEGAL_TRANSITION");
    if (!isOpen) return model;
    entry.state = "WITHDRAWN";
    if (state === "OFFERED") model.moveOn(now);
    return model;
  }
  const isOpen = state === "OFFERED" && until > now;
  const { code, data } = await answer(ACCEPT, entry);
  expect(code).toBe(isOpen ? undefined : "ILLEGAL_TRANSITION");
  if (!isOpen) return model;
  entry.state = "BOOKED";
  const { from, to, quantity } = entry;
  const booking = data.acceptOffer.entry.booking.id;
  model.bookings.push({ from, to, quantity, id: booking });
  return model;
}

/** A time of the model, whatever the clock says by now. */
function hoursFrom({ from, to }: Wish): object {
  return hours({ clock: { now: NOW } }, FIRST + from, FIRST + to);
}

it("offers, holds and lapses exactly what a model of hours says, in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { minLength: 8, maxLength: 20 }),
      async (capacity, steps) => {
        setting.clock.now = NOW;
        const resourceId = await shared(setting, { capacity });
        let model = new Model(capacity);
        for (const one of steps) {
          model = await take(one, model, resourceId);
          const line = await entries(setting, resourceId);
          expect(line.map(({ id, state }) => ({ id, state }))).toEqual(
            model.line.map(({ id, state }) => ({ id, state })),
          );
        }
      },
    ),
    { numRuns: 25 },
  );
});
