import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  createCalendarSetting,
  SCHEDULE,
  activityInput,
  scheduled,
} from "./calendar-setting.ts";
import { enterVenue } from "./rooms.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const schedule = (viewer: CalendarSetting["secretary"], over: object = {}) =>
  setting.call(viewer, SCHEDULE, { input: activityInput(setting, over) });

describe("the venue of an activity", () => {
  it("is null for a key that may not read resources, which may not name it either", async () => {
    const { c } = setting.units;
    const key = (...scopes: string[]) =>
      ({ ...setting.liaison(c), kind: "PARTNER", scopes }) as const;
    const hidden = await enterVenue(setting, { audience: "ALLIANCE" });
    const open = await enterVenue(setting, { audience: "PUBLIC" });
    const venueOf = async (viewer: Parameters<typeof schedule>[0], id: string) =>
      (
        await setting.call(viewer, "query ($id: ID!) { activity(id: $id) { venue { id } } }", {
          id,
        })
      ).data.activity;
    for (const [venueId, shown] of [
      [hidden, null],
      [open, { id: open }],
    ] as const) {
      const id = await scheduled(setting, { venueId });
      const activitiesAlone = key("activities:read", "activities:write");
      expect(await venueOf(activitiesAlone, id)).toEqual({ venue: shown });
      expect(await venueOf(key("activities:read", "resources:read"), id)).toEqual({
        venue: { id: venueId },
      });
      expect(await venueOf(setting.liaison(c), id)).toEqual({ venue: { id: venueId } });
      const named = await schedule(activitiesAlone, { hostId: c, venueId });
      expect(named.code).toBe(shown === null ? "NOT_FOUND" : undefined);
    }
  });
});

describe("the place of an activity", () => {
  const PLACE_OF = "query ($id: ID!) { activity(id: $id) { place venue { id } } }";

  it("is what its host wrote, or the title that its venue had then, for whoever sees the activity", async () => {
    const venueId = await enterVenue(setting);
    for (const [over, place] of [
      [{}, null],
      [{ place: " 社区广场 " }, "社区广场"],
      [{ venueId }, "会议室"],
      [{ venueId, place: "三楼会议室" }, "三楼会议室"],
    ] as const) {
      const id = await scheduled(setting, { ...over, audience: "PUBLIC" });
      await setting.admin.query("update resources.resource set title = '礼堂' where id = $1", [
        venueId,
      ]);
      const { data } = await setting.call(ANONYMOUS, PLACE_OF, { id });
      expect(data.activity).toEqual({ place, venue: null });
      await setting.admin.query("update resources.resource set title = '会议室' where id = $1", [
        venueId,
      ]);
    }
  });

  it("has the address of its venue, too, which whoever does not see the venue needs", async () => {
    const venueId = await enterVenue(setting);
    await setting.admin.query(
      "insert into resources.venue (resource_id, address) values ($1, '学前路 1 号')",
      [venueId],
    );
    const id = await scheduled(setting, { venueId, audience: "PUBLIC" });
    const { data } = await setting.call(ANONYMOUS, PLACE_OF, { id });
    expect(data.activity).toEqual({ place: "会议室（学前路 1 号）", venue: null });
  });

  it("has up to 100 characters, and no telephone number", async () => {
    for (const place of ["", "长".repeat(101), "联系 13800138000"])
      expect((await schedule(setting.secretary, { place })).code).toBe("BAD_USER_INPUT");
    expect((await schedule(setting.secretary, { place: "长".repeat(100) })).code).toBeUndefined();
  });
});
