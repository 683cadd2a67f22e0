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
