import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
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
import { enterRoom } from "./rooms.ts";

const OTHER_DAY = "2026-03-12";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const host = (): Viewer => setting.liaison(setting.units.a);
const update = (input: object) => setting.call(host(), UPDATE, { input });
const move = (id: string, day: string) =>
  setting.call(host(), RESCHEDULE, { input: { id, during: on(day) } });

/** An activity in a room, whose booking its provider has approved. */
async function approved(): Promise<{ id: string; venueId: string }> {
  const venueId = await enterRoom(setting, { approval: true });
  const input = activityInput(setting, { venueId });
  const { data } = await setting.call(host(), SCHEDULE, { input });
  const { id } = data.scheduleActivity.activity;
  await provider(id, "state = 'CONFIRMED'");
  return { id, venueId };
}

/** What the subgraph of resources does with the booking of an activity. */
async function provider(id: string, change: string): Promise<void> {
  await setting.admin.query(
    `update resources.booking set ${change}, updated_at = now() where activity_id = $1`,
    [id],
  );
}

const DENY = "state = 'DENIED', reason = '设备检修'";
/** A move that is denied: the booking has its previous time again. */
const DENY_MOVE = "state = 'CONFIRMED', starts_at = previous_starts_at, ends_at = previous_ends_at";

/** What awaited the host because of an activity's venue, in order: states of the tasks. */
async function tasksOf(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ task: string }>(
    `select state as task from activities.task
     where kind = 'FIND_VENUE' and record_id = $1 and organization_id = $2 order by created_at, id`,
    [id, setting.units.a],
  );
  return rows.map(({ task }) => task);
}

describe("an activity that loses its venue", () => {
  it("awaits its host when the provider says no, cancels, or withdraws the venue's booking", async () => {
    for (const change of [DENY, "state = 'CANCELLED', reason = '漏水'"]) {
      const { id } = await approved();
      expect(await tasksOf(id)).toEqual([]);
      await provider(id, change);
      expect(await tasksOf(id)).toEqual(["OPEN"]);
    }
  });

  it("stays where it was moved to when the move is denied, keeps the booking of the previous time, and awaits its host", async () => {
    const { id } = await approved();
    await move(id, OTHER_DAY);
    // While the provider has not decided, it holds both times: nothing is lost yet.
    expect(await tasksOf(id)).toEqual([]);
    await provider(id, DENY_MOVE);
    expect(await tasksOf(id)).toEqual(["OPEN"]);
    const read = "query ($id: ID!) { activity(id: $id) { startsAt venueBooking { id } } }";
    const { data } = await setting.call(host(), read, { id });
    expect(data.activity).toMatchObject({ startsAt: "2026-03-12T01:00:00.000Z" });
    // Back at the time that it still has, nothing has to be found.
    expect((await move(id, "2026-03-11")).message).toBeUndefined();
    expect(await tasksOf(id)).toEqual(["DONE"]);
  });

  it.each([
    ["has another venue", async (id: string) => update({ id, venueId: await enterRoom(setting) })],
    ["needs none", (id: string) => update({ id, venueId: null, place: "社区广场" })],
    ["asks for it at another time", (id: string) => move(id, OTHER_DAY)],
  ])("awaits nobody once it %s", async (_how, settle) => {
    const { id } = await approved();
    await provider(id, DENY);
    expect((await settle(id)).message).toBeUndefined();
    expect(await tasksOf(id)).toEqual(["DONE"]);
  });

  it("awaits nobody once it is cancelled", async () => {
    const { id } = await approved();
    await provider(id, DENY);
    await setting.call(host(), CANCEL, { input: { id, reason: "大雨" } });
    expect(await tasksOf(id)).toEqual(["LAPSED"]);
  });

  it("never awaits anybody for what it does itself: moved, elsewhere, cancelled", async () => {
    const { id } = await approved();
    await move(id, OTHER_DAY);
    await update({ id, venueId: await enterRoom(setting) });
    await setting.call(host(), CANCEL, { input: { id, reason: "大雨" } });
    expect(await tasksOf(id)).toEqual([]);
  });
});

describe("a venue that is taken", () => {
  it("is said to be taken by whom, to those who may see the booking", async () => {
    const venueId = await enterRoom(setting);
    const taken = activityInput(setting, { venueId });
    await setting.call(host(), SCHEDULE, { input: taken });
    const { rows } = await setting.admin.query<{ name: string }>(
      "select name from organizations.organization where id = $1",
      [setting.units.a],
    );
    const name = String(rows[0]?.name);
    const colleague = setting.liaison(setting.units.b);
    const again = activityInput(setting, { venueId, hostId: setting.units.b });
    const seen = await setting.call(colleague, SCHEDULE, { input: again });
    expect([seen.code, seen.message]).toEqual([
      "BOOKING_CONFLICT",
      expect.stringContaining(`is booked by ${name} on `),
    ]);
    // A key that may not read resources is told the times alone, also where everybody sees the venue.
    await setting.admin.query("update resources.resource set audience = 'PUBLIC' where id = $1", [
      venueId,
    ]);
    const system: Viewer = {
      ...colleague,
      kind: "PARTNER",
      scopes: ["activities:read", "activities:write"],
    };
    const unseen = await setting.call(system, SCHEDULE, { input: again });
    expect(unseen.code).toBe("BOOKING_CONFLICT");
    expect(unseen.message).not.toContain(`by ${name} on`);
  });
});
