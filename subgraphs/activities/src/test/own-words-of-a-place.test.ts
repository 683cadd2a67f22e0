import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  SCHEDULE,
  UPDATE,
  activityInput,
  createCalendarSetting,
} from "./calendar-setting.ts";
import { enterRoom } from "./rooms.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const host = (): Viewer => setting.liaison(setting.units.a);
const YARD = "社区居委会院子";

async function inRoom(over: object = {}): Promise<string> {
  const venueId = await enterRoom(setting, { approval: true });
  const input = activityInput(setting, { venueId, ...over });
  const { data, message } = await setting.call(host(), SCHEDULE, { input });
  if (message !== undefined) throw new Error(message);
  return data.scheduleActivity.activity.id;
}

async function update(input: { id: string; [field: string]: unknown }): Promise<void> {
  const { message } = await setting.call(host(), UPDATE, { input });
  if (message !== undefined) throw new Error(message);
}

async function placeOf(id: string): Promise<{ place: string | null; hasVenue: boolean }> {
  const query = "query ($id: ID!) { activity(id: $id) { place venue { id } } }";
  const { place, venue } = (await setting.call(host(), query, { id })).data.activity;
  return { place, hasVenue: venue !== null };
}

const deny = (id: string) =>
  setting.admin.query(
    "update resources.booking set state = 'DENIED', reason = '设备检修', updated_at = now() where activity_id = $1",
    [id],
  );

async function findVenue(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ state: string }>(
    "select state from activities.task where kind = 'FIND_VENUE' and record_id = $1 order by created_at, id",
    [id],
  );
  return rows.map(({ state }) => state);
}

describe("the host's own words of a place", () => {
  it("stay when the venue goes or another one comes, however they came", async () => {
    for (const written of ["at once", "later"]) {
      const id = await inRoom(written === "at once" ? { place: YARD } : {});
      if (written === "later") await update({ id, place: YARD });
      expect(await placeOf(id)).toEqual({ place: YARD, hasVenue: true });
      await update({ id, venueId: await enterRoom(setting, {}) });
      expect(await placeOf(id)).toEqual({ place: YARD, hasVenue: true });
      await update({ id, venueId: null });
      expect(await placeOf(id)).toEqual({ place: YARD, hasVenue: false });
    }
  });

  it("are not the venue's words that a form sends back: those go with the venue", async () => {
    const id = await inRoom();
    const { place } = await placeOf(id);
    await update({ id, place, title: "读书会" });
    await update({ id, place, venueId: null });
    expect(await placeOf(id)).toEqual({ place: null, hasVenue: false });
  });

  it("taken out, leave those of the next venue", async () => {
    const id = await inRoom({ place: YARD });
    const venueId = await enterRoom(setting, {});
    await update({ id, place: null, venueId });
    const { place } = await placeOf(id);
    expect(place).not.toBeNull();
    expect(place).not.toBe(YARD);
  });

  it("do without a venue that was denied, and the host need not find one any more", async () => {
    const id = await inRoom();
    await deny(id);
    expect(await findVenue(id)).toEqual(["OPEN"]);
    await update({ id, place: YARD });
    expect(await placeOf(id)).toEqual({ place: YARD, hasVenue: false });
    expect(await findVenue(id)).toEqual(["DONE"]);
  });

  it("stand beside a venue that may still come", async () => {
    const id = await inRoom();
    await update({ id, place: "从后门进" });
    expect(await placeOf(id)).toEqual({ place: "从后门进", hasVenue: true });
  });
});
