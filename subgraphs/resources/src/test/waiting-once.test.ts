import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { BASKET, BOOK, CANCEL, CHANGE, booked, hours, shared } from "./resource-calls.ts";
import { ACCEPT, WITHDRAW, enterUnits, join, joined } from "./waiting-calls.ts";

/* A unit waits for a time once, and is told what is its own. */

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const cancel = (id: string) =>
  setting.call(setting.people.a, CANCEL, { input: { id, reason: "改期" } });
const withdraw = (id: string) => setting.call(setting.people.c, WITHDRAW, { input: { id } });
const bookForC = (resourceId: string, input: object) =>
  setting.call(setting.people.c, BOOK, {
    input: { resourceId, organizationId: setting.units.c, ...input },
  });

describe("a unit that waits for a time", () => {
  it("does not wait for it, or for a part of it, again as long as that is open", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 76);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during: hours(setting, 72, 74) });
    for (const again of [hours(setting, 72, 74), hours(setting, 73, 75)])
      expect(await join(setting, "c", { resourceId, during: again })).toMatchObject({
        code: "CONFLICT",
        extensions: { field: "during", entryId: first },
        message: expect.stringContaining("withdrawWaiting"),
      });
    // Times that touch are others, and so are those of other units.
    await joined(setting, "c", { resourceId, during: hours(setting, 74, 75) });
    await joined(setting, "stranger", { resourceId, during: hours(setting, 72, 74) });
    await cancel(booking);
    expect(await join(setting, "c", { resourceId, during: hours(setting, 72, 73) })).toMatchObject({
      code: "CONFLICT",
      extensions: { entryId: first },
      message: expect.stringContaining("acceptOffer"),
    });
    expect((await withdraw(first)).code).toBeUndefined();
    expect((await join(setting, "c", { resourceId, during: hours(setting, 72, 73) })).code).toBe(
      undefined,
    );
  });

  it("waits for twenty times of one resource, and for more when it withdraws from one", async () => {
    const resourceId = await shared(setting);
    await booked(setting, resourceId, { during: hours(setting, 72, 96) });
    const another = await shared(setting);
    await booked(setting, another, { during: hours(setting, 72, 96) });
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1)
      ids.push(await joined(setting, "c", { resourceId, during: hours(setting, 72 + n, 73 + n) }));
    const more = hours(setting, 92, 93);
    const refused = await join(setting, "c", { resourceId, during: more });
    expect(refused).toMatchObject({ code: "CONFLICT", extensions: { field: "during" } });
    expect(refused.message).toContain("20");
    expect((await join(setting, "stranger", { resourceId, during: more })).code).toBeUndefined();
    expect((await join(setting, "c", { resourceId: another, during: more })).code).toBeUndefined();
    await withdraw(String(ids[7]));
    expect((await join(setting, "c", { resourceId, during: more })).code).toBeUndefined();
  });
});

describe("a time that is offered to a unit", () => {
  it("is not told to it as taken: it is named the offer, by whichever way it books", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 74);
    const booking = await booked(setting, resourceId, { during });
    const own = await bookForC(resourceId, { during: hours(setting, 80, 81) });
    const { id } = own.data.bookResource.booking;
    const offer = await joined(setting, "c", { resourceId, during });
    await cancel(booking);
    const { c } = setting.units;
    const answers = [
      await bookForC(resourceId, { during }),
      await bookForC(resourceId, { during: hours(setting, 73, 75) }),
      await setting.call(setting.people.c, CHANGE, { input: { id, during } }),
      await setting.call(setting.people.c, BASKET, {
        input: { organizationId: c, during, items: [{ resourceId }] },
      }),
    ];
    for (const answer of answers) {
      expect(answer.code).toBe("BOOKING_CONFLICT");
      expect(answer.message).toContain("acceptOffer");
    }
    expect(answers[0]?.extensions).toMatchObject({ offerId: offer, ...during });
    expect(
      (await setting.call(setting.people.c, ACCEPT, { input: { id: offer } })).code,
    ).toBeUndefined();
  });

  it("is told to others, and to the unit where others have the rest, as before", async () => {
    const resourceId = await shared(setting);
    const booking = await booked(setting, resourceId, { during: hours(setting, 72, 74) });
    await booked(setting, resourceId, { during: hours(setting, 74, 76) });
    await joined(setting, "c", { resourceId, during: hours(setting, 72, 74) });
    await cancel(booking);
    const [others, longer] = [
      await setting.call(setting.people.stranger, BOOK, {
        input: {
          resourceId,
          organizationId: setting.units.stranger,
          during: hours(setting, 72, 74),
        },
      }),
      await bookForC(resourceId, { during: hours(setting, 73, 75) }),
    ];
    for (const { code, message } of [others, longer]) {
      expect(code).toBe("BOOKING_CONFLICT");
      expect(message).not.toContain("acceptOffer");
    }
  });
});

it("the rivals of a booking are the first fifty who wait", async () => {
  const { admin, units, people } = setting;
  const resourceId = await shared(setting);
  const during = hours(setting, 72, 73);
  await booked(setting, resourceId, { during });
  const waiting: string[] = [];
  for (const [n, unit] of (await enterUnits(setting, 52)).entries()) {
    const id = randomUUID();
    waiting.push(id);
    await admin.query(
      `insert into resources.waiting_entry (id, created_at, updated_at, resource_id, organization_id, provider_id, line_number, starts_at, ends_at, quantity, state)
       values ($1, now(), now(), $2, $3, $4, $5, $6, $7, 1, 'WAITING')`,
      [id, resourceId, unit, units.a, n + 1, during.start, during.end],
    );
  }
  const query = `query ($filter: BookingFilter) { bookings(filter: $filter, first: 10) { nodes { rivals { id } } } }`;
  const { data } = await setting.call(people.a, query, { filter: { resourceId } });
  const [{ rivals }] = data.bookings.nodes;
  expect(rivals.map(({ id }: { id: string }) => id)).toEqual(waiting.slice(0, 50));
});
