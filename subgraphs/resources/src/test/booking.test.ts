import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  AVAILABILITY,
  BOOK,
  CANCEL,
  COMPLETE,
  DECIDE,
  booked,
  book,
  hours,
  shared,
} from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

describe("booking", () => {
  it("is for the liaison of the unit that books", async () => {
    const { units } = setting;
    const resourceId = await shared(setting);
    const during = hours(setting, 1, 2);
    const tryAs = async (viewer = ANONYMOUS) =>
      (await setting.call(viewer, BOOK, { input: { resourceId, organizationId: units.b, during } }))
        .code;
    expect(await tryAs()).toBe("UNAUTHENTICATED");
    expect(await tryAs(setting.liaison(units.a))).toBe("FORBIDDEN");
    expect(await tryAs(setting.secretary)).toBe("FORBIDDEN");
    expect(await tryAs(setting.liaison(units.b))).toBeUndefined();
  });

  it("names those who have the time, with their own times, the first three in order of time", async () => {
    const { units } = setting;
    const resourceId = await shared(setting);
    for (const [hour, name] of (["stranger", "c", "base", "b"] as const).entries()) {
      const during = hours(setting, hour + 1, hour + 2);
      const input = { resourceId, organizationId: units[name], during };
      const { code } = await setting.call(setting.liaison(units[name]), BOOK, { input });
      expect(code).toBeUndefined();
    }
    const input = { resourceId, organizationId: units.a, during: hours(setting, 1, 5) };
    const { message } = await setting.call(setting.liaison(units.a), BOOK, { input });
    expect(message).toContain(
      "is booked by stranger on 2026-03-01 from 13:00 to 14:00 (Asia/Shanghai); by c on 2026-03-01 from 14:00 to 15:00; by base on 2026-03-01 from 15:00 to 16:00.",
    );
  });

  it("names the time of a booking apart from the clearing up after it", async () => {
    const { people, units } = setting;
    const resourceId = await shared(setting);
    await setting.call(
      people.a,
      `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`,
      { input: { resourceId, bookingRules: { bufferMinutes: 30 } } },
    );
    await book(setting, resourceId, { during: hours(setting, 2, 4) });
    const errorOf = async (from: number, to: number) => {
      const input = { resourceId, organizationId: units.a, during: hours(setting, from, to) };
      const { message, extensions } = await setting.call(people.a, BOOK, { input });
      return `${message} ${String(extensions?.["chinese"])}`;
    };
    const late = await errorOf(3, 5);
    expect(late).toContain(
      "booked by b on 2026-03-01 from 14:00 to 16:00 (Asia/Shanghai), and kept free for clearing up until 16:30.",
    );
    expect(late).toContain("14:00–16:00 已被b预约（之后至 16:30 留作清场）");
    expect(await errorOf(4, 5)).toContain("14:00–16:00 已被b预约（之后至 16:30 留作清场）");
    expect(await errorOf(1, 2)).toContain("每次预约之后须留 30 分钟清场");
  });

  it("is not for those who may not see the resource", async () => {
    const { committeeId, units } = setting;
    const resourceId = await shared(setting, { audience: "COMMITTEE", committeeId });
    const stranger = { ...setting.liaison(units.stranger), committeeIds: [] };
    const input = { resourceId, organizationId: units.stranger, during: hours(setting, 1, 2) };
    expect((await setting.call(stranger, BOOK, { input })).code).toBe("NOT_FOUND");
  });

  it.each([
    ["a time that ends before it starts", () => ({ during: hours(setting, 2, 1) })],
    ["an empty time", () => ({ during: hours(setting, 1, 1) })],
    ["a time that has begun", () => ({ during: hours(setting, -0.1, 1) })],
    ["more than 31 days", () => ({ during: hours(setting, 1, 31 * 24 + 2) })],
    ["a time more than 400 days ahead", () => ({ during: hours(setting, 400 * 24, 400 * 24 + 1) })],
    ["none of it", () => ({ quantity: 0 })],
    ["more than there is", () => ({ quantity: 3 })],
    ["a purpose of 10,000 characters", () => ({ purpose: "开".repeat(10_000) })],
  ])("refuses %s", async (_what, over) => {
    const id = await shared(setting, { capacity: 2 });
    expect((await book(setting, id, { during: hours(setting, 1, 2), ...over() })).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("refuses what cannot be booked", async () => {
    const during = hours(setting, 1, 2);
    const codeFor = async (id: string) => (await book(setting, id, { during })).code;
    expect(await codeFor("x")).toBe("NOT_FOUND");
    expect(await codeFor(randomUUID())).toBe("NOT_FOUND");
    expect(await codeFor(await shared(setting, { kind: "FUNDS" }))).toBe("BAD_USER_INPUT");
    expect(await codeFor(await shared(setting, { publish: false }))).toBe("NOT_FOUND");
  });

  it("takes neighbouring times, and is refused where too little is left", async () => {
    const id = await shared(setting, { capacity: 5 });
    await booked(setting, id, { during: hours(setting, 1, 3), quantity: 3 });
    await booked(setting, id, { during: hours(setting, 3, 5), quantity: 5 });
    const refused = await book(setting, id, { during: hours(setting, 0, 3), quantity: 3 });
    expect(refused.code).toBe("BOOKING_CONFLICT");
    const answer = await setting.call(ANONYMOUS, AVAILABILITY, {
      id,
      during: hours(setting, 0, 6),
    });
    expect(answer.data.resource.free).toEqual([
      { ...hours(setting, 0, 1), quantity: 5 },
      { ...hours(setting, 1, 3), quantity: 2 },
      { ...hours(setting, 5, 6), quantity: 5 },
    ]);
  });

  it("is done once for one key, however late the second call comes", async () => {
    const id = await shared(setting);
    const input = { during: hours(setting, 0, 1), idempotencyKey: "book once" };
    const first = await book(setting, id, input);
    setting.clock.now = new Date("2026-03-02T04:00:00Z");
    expect((await book(setting, id, input)).data).toEqual(first.data);
  });
});

describe("a booking", () => {
  it("waits for the provider's approval where it asks for that", async () => {
    const id = await shared(setting, { approval: true });
    const { a, b, c } = setting.units;
    const booking = await booked(setting, id, { during: hours(setting, 1, 2) });
    const decide = (organizationId: string, confirm: boolean) =>
      setting.call(setting.liaison(organizationId), DECIDE, {
        input: { id: booking, confirm, reason: "已有安排" },
      });
    expect((await book(setting, id, { during: hours(setting, 1, 2) })).code).toBe(
      "BOOKING_CONFLICT",
    );
    expect((await decide(b, true)).code).toBe("FORBIDDEN");
    expect((await decide(c, true)).code).toBe("FORBIDDEN");
    expect((await decide(a, false)).data.decideBooking.booking).toMatchObject({
      state: "DENIED",
      reason: "已有安排",
    });
    expect((await decide(a, true)).code).toBe("ILLEGAL_TRANSITION");
    expect((await book(setting, id, { during: hours(setting, 1, 2) })).code).toBeUndefined();
  });

  it("is cancelled by either side or by whoever runs the committee, and by nobody else", async () => {
    const { committeeId, units } = setting;
    const id = await shared(setting, { committeeId });
    const during = hours(setting, 1, 2);
    for (const [viewer, code] of [
      [ANONYMOUS, "UNAUTHENTICATED"],
      [setting.liaison(units.c), "FORBIDDEN"],
      [setting.liaison(units.a), undefined],
      [setting.liaison(units.b), undefined],
      [setting.secretary, undefined],
    ] as const) {
      const booking = await booked(setting, id, { during });
      expect(
        (await setting.call(viewer, CANCEL, { input: { id: booking, reason: "改期" } })).code,
      ).toBe(code);
      if (code)
        await setting.call(setting.secretary, CANCEL, { input: { id: booking, reason: "改期" } });
    }
  });

  it("is completed once it has ended, and not cancelled any more", async () => {
    const { units } = setting;
    const id = await shared(setting);
    const booking = await booked(setting, id, { during: hours(setting, 1, 2) });
    const complete = (organizationId: string) =>
      setting.call(setting.liaison(organizationId), COMPLETE, { input: { id: booking } });
    expect((await complete(units.b)).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = new Date("2026-03-01T06:00:00Z");
    expect(
      (
        await setting.call(setting.liaison(units.b), CANCEL, {
          input: { id: booking, reason: "晚了" },
        })
      ).code,
    ).toBe("ILLEGAL_TRANSITION");
    expect((await complete(units.c)).code).toBe("FORBIDDEN");
    expect((await complete(units.b)).data.completeBooking.booking.state).toBe("DONE");
    expect((await complete(units.a)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("shows what it is for to both sides and whoever runs the committee alone", async () => {
    const { committeeId, units } = setting;
    const id = await shared(setting, { committeeId });
    const during = hours(setting, 1, 2);
    const booking = await booked(setting, id, { during, purpose: "党课" });
    const seen = async (viewer = ANONYMOUS) =>
      (await setting.call(viewer, AVAILABILITY, { id, during })).data.resource.bookings.nodes;
    for (const viewer of [setting.liaison(units.a), setting.liaison(units.b), setting.secretary]) {
      expect(await seen(viewer)).toEqual([{ id: booking, purpose: "党课" }]);
    }
    expect(await seen(setting.liaison(units.c))).toEqual([{ id: booking, purpose: null }]);
    expect(await seen()).toEqual([]);
  });
});
