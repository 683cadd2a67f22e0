import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { patiently } from "../../support/patience.ts";
import {
  type Unit,
  type WorkingDay,
  between,
  instant,
  openWorkingDay,
} from "../../support/working-day.ts";

/** Two units wait for a room. It becomes free: the first does not answer, the second accepts. */
const DURING = between("2026-09-12", "14:00", "16:00");

let day: WorkingDay;
let owner: Unit;
let holder: Unit;
let first: Unit;
let second: Unit;
let late: Unit;
let room: string;
let booking: string;
const entries = new Map<Unit, string>();
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  owner = await day.unit("街道小学");
  holder = await day.unit("物业公司");
  first = await day.unit("社区医院");
  second = await day.unit("供电所");
  late = await day.unit("银行");
  room = await day.room(owner, "报告厅");
  booking = await day.book(holder, room, DURING);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const wish = ({ id: organizationId }: Unit) => ({
  resourceId: room,
  organizationId,
  during: DURING,
});
const entryOf = (unit: Unit): string => String(entries.get(unit));

/** Who waits, in order, as somebody sees it: by the list of the room, by all lists, and as rivals of the booking. */
async function line(as: string) {
  const query = `query ($room: ID!, $booking: ID!) {
    resource(id: $room) { waitingList { nodes { id state } } }
    waitingEntries { nodes { id } }
    booking(id: $booking) { rivals { id } }
  }`;
  const data = await day.read(as, query, { room, booking });
  return {
    list: data["resource"] ? nodesOf(data, "resource", "waitingList") : null,
    all: nodesOf(data, "waitingEntries").map(({ id }) => id),
    rivals: (data["booking"]?.["rivals"] ?? []).map(({ id }) => id),
  };
}

describe("a waiting list", () => {
  it("is joined by two; each sees itself, the owner both and whom they rival, others nobody", async () => {
    for (const [unit, at] of [
      [first, "2026-09-07T09:00"],
      [second, "2026-09-07T09:05"],
    ] as const) {
      day.goTo(at);
      const joined = await day.send(
        unit.liaison,
        "joinWaitingList",
        "entry { id state }",
        wish(unit),
      );
      entries.set(unit, String(joined["entry"]?.["id"]));
    }
    const [one, two] = [entryOf(first), entryOf(second)];
    const waiting = (id: string) => ({ id, state: "WAITING" });
    expect(await line(owner.liaison)).toEqual({
      list: [waiting(one), waiting(two)],
      all: [two, one],
      rivals: [one, two],
    });
    expect(await line(first.liaison)).toEqual({ list: [waiting(one)], all: [one], rivals: [] });
    for (const as of [holder.liaison, late.liaison, day.secretary])
      expect(await line(as)).toEqual({ list: [], all: [], rivals: [] });
    expect(await line(day.stranger)).toEqual({ list: null, all: [], rivals: [] });
  });

  it("offers the time to the first when it is cancelled; nobody else can book it", async () => {
    day.goTo("2026-09-08T10:00");
    const given = { id: booking, reason: "改到线上" };
    await day.send(holder.liaison, "cancelBooking", "booking { id }", given);
    expect(await day.told(owner.liaison, booking)).toEqual(["BOOKED", "CANCELLED"]);
    expect(await day.told(first.liaison, entryOf(first))).toEqual(["OFFERED"]);
    expect(await day.told(second.liaison, entryOf(second))).toEqual([]);
    expect(await day.tasks(first.liaison, entryOf(first))).toEqual(["ANSWER_OFFER OPEN"]);
    for (const unit of [late, second, holder]) {
      const error = await day.refused(unit.liaison, "bookResource", wish(unit));
      expect(error.extensions.code).toBe("BOOKING_CONFLICT");
    }
    const notOffered = { id: entryOf(second) };
    const early = await day.refused(second.liaison, "acceptOffer", notOffered);
    expect(early.extensions.code).toBe("ILLEGAL_TRANSITION");
    const strange = await day.refused(day.stranger, "acceptOffer", { id: entryOf(first) });
    expect(strange.extensions.code).toBe("NOT_FOUND");
  });

  it("moves on by itself when the first lets it lapse", async () => {
    day.goTo("2026-09-09T10:00");
    await using _working = day.hub.work();
    await patiently(
      () => day.told(second.liaison, entryOf(second)),
      (told) => told.length > 0,
    );
    expect(await day.told(first.liaison, entryOf(first))).toEqual(["OFFERED", "LAPSED"]);
    expect(await day.tasks(first.liaison, entryOf(first))).toEqual(["ANSWER_OFFER LAPSED"]);
    expect(await day.told(second.liaison, entryOf(second))).toEqual(["OFFERED"]);
    const query =
      "query ($id: ID!) { resource(id: $id) { waitingList { nodes { offeredUntil } } } }";
    const data = await day.read(owner.liaison, query, { id: room });
    expect(nodesOf(data, "resource", "waitingList")).toEqual([
      { offeredUntil: instant("2026-09-10T10:00") },
    ]);
  });

  it("ends with the second one's booking, of which the owner is told", async () => {
    const accepted = await day.send(
      second.liaison,
      "acceptOffer",
      "entry { state booking { id state organization { id } } }",
      { id: entryOf(second) },
    );
    expect(accepted["entry"]).toMatchObject({
      state: "BOOKED",
      booking: { state: "CONFIRMED", organization: { id: second.id } },
    });
    expect(await day.tasks(second.liaison, entryOf(second))).toEqual(["ANSWER_OFFER DONE"]);
    const made = String(accepted["entry"]?.["booking"]?.["id"]);
    expect(await day.told(owner.liaison, made)).toEqual(["BOOKED"]);
    for (const as of [first.liaison, late.liaison, day.stranger])
      expect(await day.told(as, made)).toEqual([]);
  });
});
