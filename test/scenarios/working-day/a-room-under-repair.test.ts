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

/** A room is blocked for repairs. Whoever has booked it is told, and told again when it can be used after all. */
const REPAIR = between("2026-09-12", "08:00", "18:00");
const [MORNING, AFTERNOON, EVENING] = [
  between("2026-09-12", "09:00", "11:00"),
  between("2026-09-12", "14:00", "16:00"),
  between("2026-09-12", "19:00", "21:00"),
];

let day: WorkingDay;
let owner: Unit;
let touched: Unit;
let untouched: Unit;
let other: Unit;
let room: string;
let [morning, evening, blocking, entry] = ["", "", "", ""];
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  owner = await day.unit("街道小学");
  touched = await day.unit("物业公司");
  untouched = await day.unit("社区医院");
  other = await day.unit("供电所");
  room = await day.room(owner, "报告厅");
  morning = await day.book(touched, room, MORNING);
  evening = await day.book(untouched, room, EVENING);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const board = `query ($id: ID!, $during: TimeRangeInput!) {
  resource(id: $id) { blockings { nodes { id reason } } closures(during: $during) { reason } free(during: $during) { start end } }
}`;
const seenBy = async (as: string) =>
  (await day.read(as, board, { id: room, during: AFTERNOON }))["resource"];

describe("a room under repair", () => {
  it("is blocked by its owner; the bookings within it are named, and stay", async () => {
    const input = { resourceId: room, during: REPAIR, reason: "漏水维修" };
    const forbidden = await day.refused(touched.liaison, "blockResource", input);
    expect(forbidden.extensions.code).toBe("FORBIDDEN");
    const made = await day.send(
      owner.liaison,
      "blockResource",
      "blocking { id } bookings { id state organization { name } }",
      input,
    );
    blocking = String(made["blocking"]?.["id"]);
    expect(made["bookings"]).toEqual([
      { id: morning, state: "CONFIRMED", organization: { name: "物业公司" } },
    ]);
  });

  it("tells those whom it touches, and nobody else", async () => {
    expect(await day.told(touched.liaison, morning)).toEqual(["BLOCKED"]);
    expect(await day.lastWords(touched.liaison, morning)).toContain("漏水维修");
    for (const as of [untouched.liaison, other.liaison, day.secretary, day.stranger]) {
      expect(await day.told(as, morning)).toEqual([]);
      expect(await day.told(as, evening)).toEqual([]);
    }
  });

  it("shows everybody who sees the room why it cannot be had, and strangers nothing", async () => {
    const reason = "漏水维修";
    expect(await seenBy(other.liaison)).toEqual({
      blockings: { nodes: [{ id: blocking, reason }] },
      closures: [{ reason }],
      free: [],
    });
    expect(await seenBy(day.stranger)).toBeNull();
    const input = { resourceId: room, organizationId: other.id, during: AFTERNOON };
    const { extensions, message } = await day.refused(other.liaison, "bookResource", input);
    expect(extensions).toMatchObject({ code: "BOOKING_CONFLICT", rule: "BLOCKED" });
    expect(message).toContain(reason);
    // Whoever hopes that it is done sooner waits.
    const joined = await day.send(other.liaison, "joinWaitingList", "entry { id }", input);
    entry = String(joined["entry"]?.["id"]);
  });

  it("is told again when the repair is called off; whoever waited has the time", async () => {
    await day.send(owner.liaison, "liftBlocking", "blocking { state }", { id: blocking });
    expect(await day.told(touched.liaison, morning)).toEqual(["BLOCKED", "UNBLOCKED"]);
    expect(await day.told(untouched.liaison, evening)).toEqual([]);
    await using _working = day.hub.work();
    const offered = (told: readonly string[]): boolean => told.includes("OFFERED");
    await patiently(() => day.told(other.liaison, entry), offered);
    const sees = await seenBy(untouched.liaison);
    expect(sees).toEqual({ blockings: { nodes: [] }, closures: [], free: [] });
    await day.send(other.liaison, "acceptOffer", "entry { id }", { id: entry });
    const list =
      "query ($id: ID!) { resource(id: $id) { bookings { nodes { during { start } } } } }";
    const data = await day.read(touched.liaison, list, { id: room });
    expect(nodesOf(data, "resource", "bookings")).toEqual(
      ["09:00", "14:00", "19:00"].map((at) => ({
        during: { start: instant(`2026-09-12T${at}`) },
      })),
    );
  });
});
