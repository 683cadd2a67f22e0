import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { booked, hours, shared } from "./resource-calls.ts";
import { seriesCalls } from "./series-calls.ts";

const WEEK = 7 * 24;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  // A Sunday at noon, where the people are.
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const { series, change, datesIn, outcomes, times } = seriesCalls(() => setting);

describe("a series that is changed from a day on", () => {
  it("loses a purpose that is given as null, and keeps one that is left out", async () => {
    const { id, bookings } = await series(await shared(setting), { purpose: "党课" });
    const purposes = async () => {
      const sql = "select distinct purpose from resources.booking where id = any($1::uuid[])";
      return (await setting.admin.query(sql, [bookings])).rows;
    };
    await change(id, { startTime: "19:00" });
    expect(await purposes()).toEqual([{ purpose: "党课" }]);
    expect(new Set(outcomes(await change(id, { purpose: null })))).toEqual(new Set(["CHANGED"]));
    expect(await purposes()).toEqual([{ purpose: null }]);
  });

  it("has its new time of day and length from then on; the provider is told once", async () => {
    const room = await shared(setting);
    const { id, bookings } = await series(room, { purpose: "党课" });
    const input = { from: "2026-03-08", startTime: "19:00", lengthMinutes: 90, purpose: "夜校" };
    const answer = await change(id, input);
    expect(outcomes(answer)).toEqual(["CHANGED", "CHANGED", "CHANGED"]);
    expect(answer.data.changeSeries.series.id).toBe(id);
    expect(datesIn(answer)[0]).toMatchObject({
      during: hours(setting, WEEK + 7, WEEK + 8.5),
      booking: { id: bookings[1], version: 2, during: hours(setting, WEEK + 7, WEEK + 8.5) },
    });
    expect(await times(room)).toEqual([
      [1, 3],
      [WEEK + 7, WEEK + 8.5],
      [2 * WEEK + 7, 2 * WEEK + 8.5],
      [3 * WEEK + 7, 3 * WEEK + 8.5],
    ]);
    const told = await setting.admin.query(
      `select type, organization_id as to, (facts->'dates'->>'number')::int as dates, facts->'before'->>'from' as before
       from activities.notice where record_id = any($1::uuid[]) and type <> 'SERIES_BOOKED'`,
      [bookings],
    );
    const before = hours(setting, WEEK + 1, WEEK + 3).start;
    expect(told.rows).toEqual([{ type: "SERIES_CHANGED", to: setting.units.a, dates: 3, before }]);
    const noted = await setting.admin.query<{ noun: string; fields: string[] | null }>(
      `select noun, (select array_agg(c->>'field' order by c->>'field') from jsonb_array_elements(details->'changes') as c) as fields
       from audit.entry where action = 'changeSeries' and record_id = any($1::text[])`,
      [[id, ...bookings]],
    );
    expect(noted.rows.filter(({ noun }) => noun === "BookingSeries")).toHaveLength(1);
    expect(noted.rows.filter(({ noun }) => noun === "Booking").map(({ fields }) => fields)).toEqual(
      Array(3).fill(["endsAt", "purpose", "startsAt"]),
    );
  });

  it("is told by its quantity alone where its times stay", async () => {
    const room = await shared(setting, { capacity: 5 });
    const { id, bookings } = await series(room);
    expect(outcomes(await change(id, { quantity: 3 }))).toEqual(Array(4).fill("CHANGED"));
    const { rows } = await setting.admin.query(
      `select type, (facts->'quantity'->>'number')::int as quantity, facts->>'before' as before
       from activities.notice where record_id = any($1::uuid[]) and type <> 'SERIES_BOOKED'`,
      [bookings],
    );
    expect(rows).toEqual([{ type: "SERIES_CHANGED", quantity: 3, before: null }]);
  });

  it("moves to another day of the same week, and to another quantity", async () => {
    const room = await shared(setting, { capacity: 5 });
    const { id } = await series(room);
    // The Monday of the week to which the first Sunday belongs is over.
    expect((await change(id, { weekday: 1 })).code).toBe("BAD_USER_INPUT");
    const answer = await change(id, { from: "2026-03-08", weekday: 5, quantity: 3 });
    expect(outcomes(answer)).toEqual(["CHANGED", "CHANGED", "CHANGED"]);
    expect((await times(room))[1]).toEqual([WEEK - 48 + 1, WEEK - 48 + 3]);
    expect(outcomes(await change(id, { weekday: 5, quantity: 3, from: "2026-03-06" }))).toEqual([
      "UNCHANGED",
      "UNCHANGED",
      "UNCHANGED",
    ]);
    expect((await change(id, { quantity: 6 })).code).toBe("BAD_USER_INPUT");
    const monthly = await series(room, { repeat: { every: "MONTH", count: 2 } });
    expect(await change(monthly.id, { weekday: 5 })).toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: { field: "weekday" },
    });
  });

  it("refuses all for one date that cannot be had, or skips it: that one keeps its time", async () => {
    const room = await shared(setting);
    const { id } = await series(room);
    await booked(setting, room, { during: hours(setting, WEEK + 4, WEEK + 5) });
    const before = await times(room);
    const failed = await change(id, { startTime: "15:00" });
    expect(failed).toMatchObject({
      code: "BOOKING_CONFLICT",
      extensions: { date: hours(setting, WEEK + 3, WEEK + 5) },
    });
    expect(failed.extensions?.["chinese"]).toMatch(/一次也没有更改/u);
    expect(await times(room)).toEqual(before);
    const skipped = await change(id, { startTime: "15:00", onConflict: "SKIP" });
    expect(outcomes(skipped)).toEqual(["CHANGED", "SKIPPED", "CHANGED", "CHANGED"]);
    expect(datesIn(skipped)[1]).toMatchObject({
      reason: expect.stringMatching(/已被.*预约/u),
      booking: { during: hours(setting, WEEK + 1, WEEK + 3), version: 1 },
    });
    expect(await times(room)).toEqual([
      [3, 5],
      [WEEK + 1, WEEK + 3],
      [WEEK + 4, WEEK + 5],
      [2 * WEEK + 3, 2 * WEEK + 5],
      [3 * WEEK + 3, 3 * WEEK + 5],
    ]);
  });

  it("shows in a preview what each date would give, and writes nothing", async () => {
    const room = await shared(setting);
    const { id, bookings } = await series(room);
    await booked(setting, room, { during: hours(setting, WEEK + 4, WEEK + 5) });
    const before = await times(room);
    const answer = await change(id, { startTime: "15:00", preview: true });
    expect(outcomes(answer)).toEqual(["WOULD_CHANGE", "SKIPPED", "WOULD_CHANGE", "WOULD_CHANGE"]);
    expect(datesIn(answer)[0]).toMatchObject({
      during: hours(setting, 3, 5),
      booking: { during: hours(setting, 1, 3) },
    });
    expect(answer.data.changeSeries.series).toEqual({ id, version: 1 });
    expect(await times(room)).toEqual(before);
    const { rows } = await setting.admin.query(
      `select 1 from activities.notice where record_id = any($1::uuid[]) and type like 'SERIES_CHANGE%'
       union all select 1 from audit.entry where action = 'changeSeries' and record_id = $2`,
      [bookings, id],
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ["later", 6 * 24 * 60, "23:00"],
    ["earlier", 6 * 24 * 60, "02:00"],
  ])("may want what the next date still has: %s", async (_what, lengthMinutes, startTime) => {
    const room = await shared(setting);
    const { id } = await series(room, { during: hours(setting, 24, 24 + 6 * 24) });
    const answer = await change(id, {
      startTime,
      lengthMinutes,
      weekday: startTime === "02:00" ? 1 : 2,
    });
    expect(outcomes(answer)).toEqual(Array(4).fill("CHANGED"));
    // A week's worth in two steps: each wants a part of the time of the one beside it.
    const back = await change(id, { weekday: 7, startTime: "00:00" });
    expect(outcomes(back)).toEqual(Array(4).fill("CHANGED"));
    expect(outcomes(await change(id, { weekday: 1 }))).toEqual(Array(4).fill("CHANGED"));
  });

  it("is done once for one key, and refused for a stale version", async () => {
    const room = await shared(setting);
    const { id } = await series(room);
    setting.clock.now = new Date("2026-03-01T04:10:00Z");
    const input = { startTime: "19:00", idempotencyKey: `change ${id}`, version: 1 };
    const first = await change(id, input);
    expect(first.data.changeSeries.series).toEqual({ id, version: 2 });
    expect((await change(id, input)).data).toEqual(first.data);
    expect((await change(id, { startTime: "20:00", version: 1 })).code).toBe("CONFLICT");
  });

  it("is for the liaison of the unit that booked; others do not know the series", async () => {
    const { committeeId, people } = setting;
    const { id } = await series(await shared(setting, { audience: "COMMITTEE", committeeId }));
    for (const preview of [true, false])
      for (const [viewer, code] of [
        [ANONYMOUS, "UNAUTHENTICATED"],
        [people.c, "NOT_FOUND"],
        [people.a, "FORBIDDEN"],
        [people.secretary, "FORBIDDEN"],
      ] as const)
        expect([code, (await change(id, { startTime: "19:00", preview }, viewer)).code]).toEqual([
          code,
          code,
        ]);
    expect((await change("x", { startTime: "19:00" })).code).toBe("NOT_FOUND");
  });

  it("takes no 24:00 for a start, which would be a day later each time", async () => {
    const { id } = await series(await shared(setting));
    const refused = await change(id, { startTime: "24:00" });
    expect(refused.code).toBe("BAD_USER_INPUT");
    expect(refused.message).toContain("23:59");
    expect(outcomes(await change(id, { startTime: "23:59" }))).not.toContain("SKIPPED");
  });

  it("tells all faults at once", async () => {
    const { id } = await series(await shared(setting));
    const over = { from: "2027-01-01", startTime: "25:00", lengthMinutes: 0, quantity: 0 };
    const { extensions } = await change(id, { ...over, purpose: "字".repeat(300) });
    const faults = extensions?.["faults"] as { path: string[] }[]; // as errors give them
    expect(faults.map(({ path }) => String(path.at(-1))).toSorted()).toEqual([
      "from",
      "lengthMinutes",
      "purpose",
      "quantity",
      "startTime",
    ]);
  });
});
