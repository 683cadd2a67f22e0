import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type Unit,
  type WorkingDay,
  between,
  instant,
  openWorkingDay,
} from "../../support/working-day.ts";

/** The street's secretary keeps a centre, and gives it to a neighbour unit that has telephoned. */
const EVENING = between("2026-09-10", "19:00", "21:00");

let day: WorkingDay;
let neighbour: Unit;
let other: Unit;
let base: string;
let centre: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  neighbour = await day.unit("隔壁公司");
  other = await day.unit("社区医院");
  const standsOn = "query ($id: ID!) { committee(id: $id) { organization { id } } }";
  const { committee } = (await day.read(day.secretary, standsOn, { id: day.committeeId })) as {
    committee?: { organization?: { id?: string } };
  };
  base = String(committee?.organization?.id);
  centre = await day.room({ id: base, liaison: day.secretary }, "党群服务中心", { approval: true });
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

describe("a centre is given to a neighbour by its secretary", () => {
  it("not in the neighbour's name without it: only its own liaison books for a unit", async () => {
    const input = { resourceId: centre, organizationId: neighbour.id, during: EVENING };
    const { extensions } = await day.refused(day.secretary, "bookResource", input);
    expect(extensions.code).toBe("FORBIDDEN");
  });

  it("by a booking of the centre's own, at once and without its own approval", async () => {
    const made = await day.send(day.secretary, "bookResource", "booking { id state }", {
      resourceId: centre,
      organizationId: base,
      during: EVENING,
      purpose: "借给隔壁公司",
    });
    expect(made["booking"]).toMatchObject({ state: "CONFIRMED" });
    const id = String(made["booking"]?.["id"]);
    expect(await day.tasks(day.secretary, id)).toEqual([]);
    for (const as of [neighbour.liaison, other.liaison, day.stranger])
      expect(await day.told(as, id)).toEqual([]);
    const refused = await day.refused(other.liaison, "bookResource", {
      resourceId: centre,
      organizationId: other.id,
      during: EVENING,
    });
    expect(refused).toMatchObject({
      message: expect.stringContaining("街道党工委"),
      extensions: { code: "BOOKING_CONFLICT" },
    });
    const reason = "隔壁公司改用联合活动";
    await day.send(day.secretary, "cancelBooking", "booking { id }", { id, reason });
  });

  it("or by an activity of the neighbour's in it, which asks for the room and is told the answer", async () => {
    const scheduled = await day.send(
      day.secretary,
      "scheduleActivity",
      "activity { id place venueBooking { id state } }",
      {
        committeeId: day.committeeId,
        hostId: neighbour.id,
        title: "消防演练说明会",
        kind: "TRAINING",
        audience: "COMMITTEE",
        during: EVENING,
        venueId: centre,
      },
    );
    expect(scheduled["activity"]).toMatchObject({
      place: "党群服务中心",
      venueBooking: { state: "REQUESTED" },
    });
    const id = String(scheduled["activity"]?.["venueBooking"]?.["id"]);
    expect(await day.tasks(day.secretary, id)).toEqual(["DECIDE_BOOKING OPEN"]);
    await day.send(day.secretary, "decideBooking", "booking { id }", { id, confirm: true });
    expect(await day.told(neighbour.liaison, id)).toEqual(["CONFIRMED"]);
    expect(await day.tasks(day.secretary, id)).toEqual(["DECIDE_BOOKING DONE"]);
    const booking = "query ($id: ID!) { booking(id: $id) { state during { start } purpose } }";
    const start = instant("2026-09-10T19:00");
    expect(await day.read(neighbour.liaison, booking, { id })).toEqual({
      booking: { state: "CONFIRMED", during: { start }, purpose: "消防演练说明会" },
    });
    expect(await day.read(other.liaison, booking, { id })).toMatchObject({
      booking: { purpose: null },
    });
    expect(await day.read(day.stranger, booking, { id })).toEqual({ booking: null });
  });
});
