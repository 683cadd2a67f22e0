import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { patiently } from "../../support/patience.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/** Units merge and end while they wait for a room, while one is offered to them, and while others wait for theirs. */
const DURING = between("2026-09-12", "14:00", "16:00");

let day: WorkingDay;
let owner: Unit;
let holder: Unit;
let first: Unit;
let second: Unit;
let room: string;
let booking: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
});
beforeEach(async () => {
  owner = await day.unit("街道小学");
  holder = await day.unit("物业公司");
  first = await day.unit("社区医院");
  second = await day.unit("中心医院");
  room = await day.room(owner, "报告厅");
  booking = await day.book(holder, room, DURING);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

async function join({ id: organizationId, liaison }: Unit): Promise<string> {
  // Entries of one millisecond are in no certain order.
  day.hub.clock.now = new Date(day.hub.clock.now.getTime() + 60_000);
  const wish = { resourceId: room, organizationId, during: DURING };
  const joined = await day.send(liaison, "joinWaitingList", "entry { id }", wish);
  return String(joined["entry"]?.["id"]);
}
const cancel = () =>
  day.send(holder.liaison, "cancelBooking", "booking { id }", { id: booking, reason: "改到线上" });
const merge = (from: Unit, into: Unit) =>
  day.send(day.world.operator, "mergeOrganizations", "organization { id }", {
    fromId: from.id,
    intoId: into.id,
    reason: "两院合并",
  });
const end = ({ id }: Unit) =>
  day.send(day.world.operator, "endOrganization", "organization { id }", { id, reason: "注销" });
/** What somebody has in waiting lists of the room, oldest first. */
async function line(as: string): Promise<readonly object[]> {
  const query = `query ($filter: WaitingFilter) { waitingEntries(filter: $filter) { nodes { id state organization { name } } } }`;
  const data = await day.read(as, query, { filter: { resourceId: room } });
  return nodesOf(data, "waitingEntries").toReversed();
}

describe("a unit that waits", () => {
  it("waits on as the unit into which it has merged, which is offered the time", async () => {
    const entry = await join(first);
    await merge(first, second);
    expect(await line(second.liaison)).toMatchObject([
      { id: entry, state: "WAITING", organization: { name: "中心医院" } },
    ]);
    await cancel();
    expect(await day.told(second.liaison, entry)).toEqual(["OFFERED"]);
    expect(await day.tasks(second.liaison, entry)).toEqual(["ANSWER_OFFER OPEN"]);
    // The liaisons of both act for what they have become.
    const accepted = await day.send(
      first.liaison,
      "acceptOffer",
      "entry { booking { organization { id } } }",
      { id: entry },
    );
    expect(accepted["entry"]?.["booking"]?.["organization"]).toEqual({ id: second.id });
  });

  it("keeps its offer and its task when it merges in between", async () => {
    const entry = await join(first);
    await cancel();
    await merge(first, second);
    // What awaited the unit that is no more awaits the other one.
    const [lapsed, open, done] = ["LAPSED", "OPEN", "DONE"].map((state) => `ANSWER_OFFER ${state}`);
    expect((await day.tasks(second.liaison, entry)).toSorted()).toEqual([lapsed, open]);
    await day.send(second.liaison, "acceptOffer", "entry { id }", { id: entry });
    expect((await day.tasks(second.liaison, entry)).toSorted()).toEqual([done, lapsed]);
  });

  it("gives its offer to the next one when it ends", async () => {
    const [one, two] = [await join(first), await join(second)];
    await cancel();
    expect(await day.told(first.liaison, one)).toEqual(["OFFERED"]);
    await end(first);
    await using _working = day.hub.work();
    await patiently(
      () => day.told(second.liaison, two),
      (told) => told.includes("OFFERED"),
    );
    expect(await line(owner.liaison)).toMatchObject([{ state: "WITHDRAWN" }, { state: "OFFERED" }]);
  });
});

describe("units that wait for a room whose unit", () => {
  it("merges have their line with the unit that has the room now", async () => {
    const entry = await join(first);
    const next = await day.unit("联合学校");
    await merge(owner, next);
    expect(await line(next.liaison)).toMatchObject([{ id: entry, state: "WAITING" }]);
    await cancel();
    expect(await day.told(first.liaison, entry)).toEqual(["OFFERED"]);
  });

  it("ends are told that it cannot be had any more, also where it was on offer", async () => {
    const [one, two] = [await join(first), await join(second)];
    await cancel();
    await end(owner);
    await using _working = day.hub.work();
    for (const [unit, entry] of [
      [first, one],
      [second, two],
    ] as const)
      await patiently(
        () => day.told(unit.liaison, entry),
        (told) => told.at(-1) === "IN_VAIN",
      );
    const late = await day.refused(first.liaison, "acceptOffer", { id: one });
    expect(late.extensions.code).toBe("ILLEGAL_TRANSITION");
    expect(await day.tasks(first.liaison, one)).toEqual(["ANSWER_OFFER LAPSED"]);
  });
});
