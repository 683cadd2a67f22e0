import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource {
  id version venue { address longitude latitude seats areaSquareMetres barrierFree amenities officePhone }
  openingHours { weekday from to validFrom validTo note }
  bookingRules { approval minNoticeMinutes maxAheadDays slotMinutes bufferMinutes maxLengthMinutes cancelBeforeMinutes onHolidays }
} bookings { id } } }`;
const NEAR = `query ($filter: ResourceFilter, $orderBy: ResourceOrder, $first: Int, $after: String) {
  resources(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id distanceMetres }
  }
}`;
const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;
const CANCEL = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { state } } }`;

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** Moves the clock. */
const later = (seconds: number): void => {
  setting.clock.now = new Date(setting.clock.now.getTime() + seconds * 1000);
};
const set = (input: object, viewer = setting.people.a) => setting.call(viewer, SET, { input });

describe("what is said of a venue", () => {
  it("is set, changed and removed part by part; what is left out stays", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const first = await set({
      resourceId,
      address: "榕华街道 1 号",
      longitude: 116.37,
      latitude: 23.54,
      seats: 60,
      amenities: ["AED", "CHARGING", "AED"],
      openingHours: [
        { weekday: 1, from: "08:30", to: "12:00" },
        { weekday: 6, from: "19:00", to: "24:00", note: "夜间", validTo: "2026-06-30" },
      ],
      bookingRules: { minNoticeMinutes: 60, bufferMinutes: 15, approval: true },
    });
    expect(first.message).toBeUndefined();
    const { resource } = first.data.setVenue;
    later(60);
    expect(resource.venue).toEqual({
      address: "榕华街道 1 号",
      longitude: 116.37,
      latitude: 23.54,
      seats: 60,
      areaSquareMetres: null,
      barrierFree: null,
      amenities: ["AED", "CHARGING"],
      officePhone: null,
    });
    expect(resource.openingHours).toEqual([
      { weekday: 1, from: "08:30", to: "12:00", validFrom: null, validTo: null, note: null },
      {
        weekday: 6,
        from: "19:00",
        to: "24:00",
        validFrom: null,
        validTo: "2026-06-30",
        note: "夜间",
      },
    ]);
    expect(resource.bookingRules).toMatchObject({
      approval: true,
      minNoticeMinutes: 60,
      bufferMinutes: 15,
      onHolidays: "OPEN",
    });
    const second = await set({
      resourceId,
      seats: null,
      barrierFree: true,
      openingHours: null,
      bookingRules: { minNoticeMinutes: null, slotMinutes: 30 },
    });
    expect(second.data.setVenue.resource).toMatchObject({
      venue: { address: "榕华街道 1 号", seats: null, barrierFree: true },
      openingHours: [],
      bookingRules: { approval: true, minNoticeMinutes: 0, bufferMinutes: 15, slotMinutes: 30 },
    });
    const stale = await set({ resourceId, seats: 5, version: resource.version });
    expect(stale.code).toBe("CONFLICT");
  });

  it("is refused with all faults at once, each with its place", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const { extensions } = await set({
      resourceId,
      longitude: 200,
      seats: 0,
      openingHours: [
        { weekday: 8, from: "08:00", to: "25:00" },
        { weekday: 2, from: "22:00", to: "02:00" },
      ],
      bookingRules: { slotMinutes: 0 },
    });
    const faults = (extensions?.["faults"] ?? []) as { path: (string | number)[] }[]; // as the errors give it
    expect(faults.map(({ path }) => path.slice(1).join(".")).toSorted()).toEqual([
      "bookingRules.slotMinutes",
      "latitude",
      "longitude",
      "openingHours.0.to",
      "openingHours.0.weekday",
      "openingHours.1.to",
      "seats",
    ]);
  });

  it("has no two periods of a weekday that overlap while both are valid", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const morning = { weekday: 1, from: "08:00", to: "12:00" };
    const refused = await set({
      resourceId,
      openingHours: [
        morning,
        { weekday: 2, from: "08:00", to: "12:00" },
        { ...morning, from: "11:00", to: "13:00" },
      ],
    });
    expect(refused).toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: {
        field: "openingHours.2.to",
        chinese: "第 3 段开放时间与第 1 段在同一天重叠。请改成首尾相接，或合并为一段。",
      },
    });
    const summer = { ...morning, from: "07:00", validFrom: "2026-06-01", validTo: "2026-08-31" };
    const openingHours = [
      { ...morning, validTo: "2026-05-31" },
      summer,
      { ...morning, validFrom: "2026-09-01" },
      { ...morning, from: "12:00", to: "13:00" },
    ];
    expect((await set({ resourceId, openingHours })).code).toBeUndefined();
    const longer = { ...summer, validTo: "2026-09-01" };
    const both = await set({ resourceId, openingHours: openingHours.with(1, longer) });
    expect(both.extensions?.["field"]).toBe("openingHours.2.to");
  });

  it("belongs to venues; rules belong to whatever can be booked", async () => {
    const resourceId = await shared(setting, { title: "音响", kind: "EQUIPMENT" });
    expect((await set({ resourceId, address: "仓库" })).code).toBe("BAD_USER_INPUT");
    expect((await set({ resourceId, bookingRules: { slotMinutes: 60 } })).code).toBeUndefined();
  });

  it("is set by the provider's liaison alone", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    const input = { resourceId, seats: 5 };
    for (const name of ["b", "stranger", "secretary"] as const)
      expect({ name, code: (await set(input, setting.people[name])).code }).toEqual({
        name,
        code: "FORBIDDEN",
      });
    expect((await set(input, setting.people.anonymous)).code).toBe("UNAUTHENTICATED");
  });
});

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

describe("venues around a point", () => {
  it("come nearest first, page by page, as far as they are near", async () => {
    const at = { longitude: 117.5, latitude: 24.5 };
    // A degree of latitude is 111 km.
    const metres = [0, 300, 700, 700, 900];
    const ids: string[] = [];
    for (const distance of metres) {
      const resourceId = await shared(setting, { title: "驿站", audience: "PUBLIC" });
      await set({
        resourceId,
        longitude: at.longitude,
        latitude: at.latitude + distance / 111_195,
      });
      ids.push(resourceId);
      later(60);
    }
    const filter = { near: { ...at, metres: 800 } };
    const seen: { id: string; distanceMetres: number }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const variables = { filter, orderBy: "DISTANCE", first: 2, after };
      const { data, message } = await setting.call(setting.people.b, NEAR, variables);
      expect(message).toBeUndefined();
      seen.push(...data.resources.nodes);
      expect(data.resources.totalCount).toBe(4);
      ({ hasNextPage: more, endCursor: after } = data.resources.pageInfo);
    }
    expect(seen.map(({ distanceMetres }) => distanceMetres)).toEqual([0, 300, 700, 700]);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids.slice(0, 4)));
    const newest = await setting.call(setting.people.b, NEAR, { filter });
    expect(newest.data.resources.nodes.map(({ id }: { id: string }) => id)).toEqual(
      ids.slice(0, 4).toReversed(),
    );
  });

  it("cannot be ordered by distance from nowhere", async () => {
    const { code, message } = await setting.call(setting.people.b, NEAR, { orderBy: "DISTANCE" });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("near");
  });

  it("are found by their seats, where these are known", async () => {
    const resourceId = await shared(setting, { title: "报告厅", capacity: 1, audience: "PUBLIC" });
    await set({ resourceId, seats: 120 });
    const found = async (minCapacity: number): Promise<string[]> => {
      const { data } = await setting.call(setting.people.b, NEAR, {
        filter: { minCapacity },
        first: 100,
      });
      return data.resources.nodes.map(({ id }: { id: string }) => id);
    };
    expect(await found(120)).toContain(resourceId);
    expect(await found(121)).not.toContain(resourceId);
  });
});

describe("the last moment to cancel", () => {
  it("holds for the unit that booked, not for the provider", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    await set({ resourceId, bookingRules: { cancelBeforeMinutes: 120 } });
    const book = async (hour: number): Promise<string> => {
      const start = new Date(setting.clock.now.getTime() + hour * 3_600_000);
      const end = new Date(start.getTime() + 1_800_000);
      const during = { start: start.toISOString(), end: end.toISOString() };
      const input = { resourceId, organizationId: setting.units.b, during };
      const { data, message } = await setting.call(setting.people.b, BOOK, { input });
      expect(message).toBeUndefined();
      return data.bookResource.booking.id;
    };
    const [soon, later] = [await book(1), await book(3)];
    const cancel = async (id: string, viewer = setting.people.b) =>
      (await setting.call(viewer, CANCEL, { input: { id, reason: "改期" } })).code;
    expect(await cancel(soon)).toBe("ILLEGAL_TRANSITION");
    expect(await cancel(later)).toBeUndefined();
    expect(await cancel(soon, setting.people.a)).toBeUndefined();
  });
});
