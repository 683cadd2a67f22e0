import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource {
  id version venue { address longitude latitude seats areaSquareMetres barrierFree amenities officePhone }
  openingHours { weekday from to validFrom validTo note }
  bookingRules { approval minNoticeMinutes maxAheadDays slotMinutes bufferMinutes maxLengthMinutes cancelBeforeMinutes onHolidays }
} bookings { id } } }`;
const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const set = (input: object, viewer = setting.people.a) => setting.call(viewer, SET, { input });

describe("hours that are changed", () => {
  /** Of day and hours in Shanghai, ahead of the setting's now. */
  const range = (day: string, from: string, to: string) => ({
    start: `2026-03-${day}T${from}:00+08:00`,
    end: `2026-03-${day}T${to}:00+08:00`,
  });
  const bookAs = async (of: "a" | "b" | "c", resourceId: string, during: object) => {
    const input = { resourceId, organizationId: setting.units[of], during };
    const { data } = await setting.call(setting.people[of], BOOK, { input });
    return data.bookResource.booking.id as string;
  };
  const told = async (ids: readonly string[]) => {
    const { rows } = await setting.admin.query<{ id: string; to: string; facts: object }>(
      `select record_id as id, organization_id as "to", facts from activities.notice
       where record_id = any($1::uuid[]) and type = 'OUTSIDE_HOURS'
       order by array_position($1::uuid[], record_id)`,
      [ids],
    );
    return rows;
  };
  const week = (from: string, to: string) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));
  const ids = (answer: Awaited<ReturnType<typeof set>>): string[] =>
    answer.data.setVenue.bookings.map(({ id }: { id: string }) => id);

  it("name the bookings that lie outside of them, which stay; each unit is told once", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const early = await bookAs("b", resourceId, range("20", "08:00", "09:00"));
    const late = await bookAs("b", resourceId, range("21", "19:00", "21:00"));
    const within = await bookAs("b", resourceId, range("22", "10:00", "11:00"));
    const others = await bookAs("c", resourceId, range("23", "08:00", "10:00"));
    // Whoever changes the hours reads in the answer which bookings of its own unit it is.
    const own = await bookAs("a", resourceId, range("24", "08:00", "10:00"));
    const all = [early, late, within, others, own];
    const first = await set({ resourceId, openingHours: week("09:00", "18:00") });
    expect(ids(first)).toEqual([early, late, others, own]);
    const { rows } = await setting.admin.query(
      "select distinct state from resources.booking where id = any($1::uuid[])",
      [all],
    );
    expect(rows).toEqual([{ state: "CONFIRMED" }]);
    const found = await told(all);
    expect(found.map(({ id, to }) => [id, to])).toEqual([
      [early, setting.units.b],
      [others, setting.units.c],
    ]);
    expect(found[0]?.facts).toMatchObject({ dates: { number: 2 }, hours: { text: "09:00–18:00" } });
    // The same again, or what has nothing to do with it, tells nobody; who is still outside is listed.
    expect(ids(await set({ resourceId, openingHours: week("09:00", "18:00") }))).toHaveLength(4);
    expect(ids(await set({ resourceId, seats: 40 }))).toHaveLength(4);
    expect(await told(all)).toHaveLength(2);
    expect(ids(await set({ resourceId, openingHours: week("11:00", "18:00") }))).toEqual(all);
    expect((await told(all)).map(({ id }) => id)).toEqual([early, within, others]);
    expect(ids(await set({ resourceId, openingHours: null }))).toEqual([]);
  });

  it("are those of days off, too; what is blocked or over is none of it", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const holiday = { start: "2026-05-01T09:00:00+08:00", end: "2026-05-01T10:00:00+08:00" };
    const off = await bookAs("c", resourceId, holiday);
    const blocked = await bookAs("c", resourceId, range("21", "09:00", "10:00"));
    await setting.admin.query(
      `insert into resources.blocking (id, created_at, updated_at, resource_id, provider_id, starts_at, ends_at, reason, state)
       select gen_random_uuid(), now(), now(), id, provider_id, '2026-03-21T08:00+08', '2026-03-21T12:00+08', '检修', 'ACTIVE'
       from resources.resource where id = $1`,
      [resourceId],
    );
    const answer = await set({ resourceId, bookingRules: { onHolidays: "CLOSED" } });
    expect(ids(answer)).toEqual([off]);
    const found = await told([off, blocked]);
    expect(found).toMatchObject([{ id: off, facts: { hours: null } }]);
  });
});
