import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  RESCHEDULE,
  SCHEDULE,
  UPDATE,
  activityInput,
  createCalendarSetting,
  on,
} from "./calendar-setting.ts";
import { enterRoom, enterRules } from "./rooms.ts";

const NEXT = "2026-03-18";
const NOW = new Date("2026-03-01T04:00:00Z");
const TITLE = "商谈人事安排";
const REASON = "候选人有异议";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const host = (): Viewer => setting.liaison(setting.units.a);
const does = async (query: string, input: object, viewer = host()): Promise<void> => {
  const { message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
};
const schedule = async (over: object, viewer = host()): Promise<string> => {
  const input = activityInput(setting, { title: TITLE, ...over });
  const { data, message } = await setting.call(viewer, SCHEDULE, { input });
  if (message !== undefined) throw new Error(message);
  return data.scheduleActivity.activity.id;
};
const move = (id: string, day = NEXT) =>
  setting.call(host(), RESCHEDULE, { input: { id, during: on(day), reason: REASON } });

/** What is asked for of the bookings of an activity: the one that is over comes first. */
async function bookingsOf(id: string, what: string): Promise<unknown[]> {
  const { rows } = await setting.admin.query<{ found: unknown }>(
    `select ${what} as found from resources.booking where activity_id = $1 order by state, created_at, id`,
    [id],
  );
  return rows.map(({ found }) => found);
}
const statesOf = (id: string) => bookingsOf(id, "state");
const purposesOf = (id: string) => bookingsOf(id, "purpose");

describe("a room that is not shared with the host", () => {
  /** An activity of unit a in a room of unit c for which the secretary has asked. */
  const asked = async (): Promise<{ id: string; venueId: string }> => {
    const venueId = await enterRoom(setting, { audience: "PARTIES" });
    const id = await schedule({ venueId }, setting.secretary);
    expect(await statesOf(id)).toEqual(["REQUESTED"]);
    return { id, venueId };
  };
  const decide = (id: string, state: string): Promise<unknown> =>
    setting.admin.query(
      "update resources.booking set state = $2, reason = '自用' where activity_id = $1",
      [id, state],
    );

  it("is asked for again, and not had, when its owner has refused it and the host moves the activity", async () => {
    const { id } = await asked();
    await decide(id, "DENIED");
    expect((await move(id)).message).toBeUndefined();
    expect(await statesOf(id)).toEqual(["DENIED", "REQUESTED"]);
  });

  it("is asked for again when the host moves the activity to another time than its owner has confirmed", async () => {
    const { id } = await asked();
    await decide(id, "CONFIRMED");
    await move(id);
    expect(await statesOf(id)).toEqual(["REQUESTED"]);
  });

  it.each([["blocked"], ["taken"], ["withdrawn"]])(
    "says neither why nor when else to the host where it is %s then",
    async (what) => {
      const { id, venueId } = await asked();
      const { units, admin } = setting;
      if (what === "taken") {
        const input = { venueId, hostId: units.c, during: on(NEXT) };
        await schedule(input, setting.liaison(units.c));
      } else if (what === "withdrawn") {
        await admin.query(
          "update resources.resource set state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = '拆除' where id = $1",
          [venueId],
        );
      } else {
        await enterRules(setting, venueId, {});
        await enterBlocking(venueId, NEXT);
      }
      const { code, message } = await move(id);
      expect(code).toBe("BOOKING_CONFLICT");
      expect(message).toBe(
        `The venue of the activity cannot be had on ${NEXT} from 09:00 to 11:00 (Asia/Shanghai). It is not shared with you, so neither the reason nor other times are told. Choose another time or venue, or ask whoever runs the committee.`,
      );
      expect(await statesOf(id)).toEqual(["REQUESTED"]);
      // Whoever may see the room reads both.
      const seen = await setting.call(setting.secretary, RESCHEDULE, {
        input: { id, during: on(NEXT) },
      });
      if (what !== "withdrawn") expect(seen.message).toContain("Nearest free times");
    },
  );
});

describe("the owner of a room", () => {
  it("reads what it is for as the activity is called, and nothing once only its parties may see it", async () => {
    const id = await schedule({ venueId: await enterRoom(setting) });
    await does(UPDATE, { id, venueId: await enterRoom(setting) });
    expect(await purposesOf(id)).toEqual([TITLE, TITLE]);
    await does(UPDATE, { id, title: "座谈" });
    expect(await purposesOf(id)).toEqual([TITLE, "座谈"]);
    await does(UPDATE, { id, audience: "PARTIES" });
    expect(await purposesOf(id)).toEqual([null, null]);
    await does(UPDATE, { id, title: TITLE });
    await move(id);
    expect(await purposesOf(id)).toEqual([null, null]);
    await does(UPDATE, { id, audience: "COMMITTEE" });
    expect(await purposesOf(id)).toEqual([null, TITLE]);
  });

  it("reads nothing of what it was for before, when room and audience change at once", async () => {
    const id = await schedule({ venueId: await enterRoom(setting) });
    await does(UPDATE, { id, venueId: await enterRoom(setting), audience: "PARTIES" });
    expect(await purposesOf(id)).toEqual([null, null]);
  });

  it("reads what it is for anew with each move", async () => {
    const id = await schedule({ venueId: await enterRoom(setting), audience: "PARTIES" });
    await setting.admin.query(
      "update resources.booking set purpose = '从前的' where activity_id = $1",
      [id],
    );
    await move(id);
    expect(await purposesOf(id)).toEqual([null]);
  });

  it.each([
    ["cancelled", (id: string) => does(CANCEL, { id, reason: REASON })],
    [
      "moved into the past while it runs",
      async (id: string) => {
        setting.clock.now = new Date("2026-03-11T09:30:00+08:00");
        await move(id, "2026-02-25");
        setting.clock.now = NOW;
      },
    ],
  ])(
    "reads why its room is free again where an activity is %s, unless only its parties may",
    async (_how, end) => {
      for (const [audience, reason] of [
        ["COMMITTEE", REASON],
        ["PARTIES", "活动安排有变"],
      ]) {
        const id = await schedule({ venueId: await enterRoom(setting), audience });
        await end(id);
        expect(await bookingsOf(id, "state || ' ' || reason")).toEqual([`CANCELLED ${reason}`]);
        const { rows } = await setting.admin.query<{ facts: object }>(
          `select facts from activities.notice where noun = 'Booking' and type = 'CANCELLED'
           and record_id in (select id from resources.booking where activity_id = $1)`,
          [id],
        );
        expect(rows).toHaveLength(1);
        expect(JSON.stringify(rows)).toContain(reason);
        expect(JSON.stringify(rows).includes(REASON)).toBe(audience === "COMMITTEE");
      }
    },
  );
});

describe("a correction that names the venue that the activity has", () => {
  it("is made where the venue is offered no longer, or the editor may not see it", async () => {
    const { admin } = setting;
    const venueId = await enterRoom(setting, { audience: "PARTIES" });
    const id = await schedule({ venueId }, setting.secretary);
    await does(UPDATE, { id, venueId, title: "座谈会" });
    await admin.query(
      "update resources.resource set state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = '拆除' where id = $1",
      [venueId],
    );
    await does(UPDATE, { id, venueId, title: "座谈" }, setting.secretary);
    expect(await purposesOf(id)).toEqual(["座谈"]);
    // Another one is checked as ever, and with the rest of the input.
    const wrong = { id, venueId: await enterRoom(setting, { audience: "PARTIES" }), title: "" };
    const { code, message } = await setting.call(host(), UPDATE, { input: wrong });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("2 things are wrong");
  });
});

/** Blocks a room for a day. */
async function enterBlocking(resourceId: string, day: string): Promise<void> {
  await setting.admin.query(
    `insert into resources.blocking (id, created_at, updated_at, resource_id, provider_id, starts_at, ends_at, reason, state)
     values (gen_random_uuid(), now(), now(), $1, $4, $2, $3, '书记私人会见', 'ACTIVE')`,
    [resourceId, `${day}T00:00:00+08:00`, `${day}T23:00:00+08:00`, setting.units.c],
  );
}
