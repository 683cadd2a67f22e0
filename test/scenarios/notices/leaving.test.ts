import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type ClockHub, startClockHub } from "../../support/clock-hub.ts";
import { titlesFor, toldBy } from "../../support/notices/left-notices.ts";
import {
  type UnitWithRecords,
  appoint,
  appointNext,
  book,
  postNeed,
  propose,
  raiseIssue,
  schedule,
  shareRoom,
  unitWithRecords,
} from "../../support/notices/unit-with-records.ts";
import { change, makeWorld } from "../../support/tasks/world.ts";

/** Whoever is concerned by what a unit leaves behind in a committee is told, and nobody else is. */
let hub: ClockHub;
let of: UnitWithRecords;
beforeAll(async () => {
  hub = await startClockHub(new Date("2027-03-01T04:00:00Z"));
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});
beforeEach(async () => {
  of = await unitWithRecords(await makeWorld(hub));
});

const REASON = "单位迁出本街道";
const OPEN =
  "query ($committeeId: ID!, $organizationId: ID!) { leaving(committeeId: $committeeId, organizationId: $organizationId) { items { noun recordId ways } } }";

/** What the leaving tells: all that is open is settled as is usual, but for some records. */
async function told(
  as: string,
  otherwise: Readonly<Record<string, { how: string; toOrganizationId?: string }>> = {},
): Promise<readonly string[]> {
  const pair = { committeeId: of.committeeId, organizationId: of.unit };
  const { data } = await hub.ask(as, OPEN, pair);
  const settlements = data["leaving"]?.["items"]?.map(({ noun, recordId, ways }) => {
    const [usual] = ways as unknown as readonly string[]; // as the schema says
    return { noun, recordId, ...(otherwise[String(recordId)] ?? { how: usual }) };
  });
  return await toldBy(of, [
    as,
    "leaveCommittee",
    { id: of.membershipId, reason: REASON, settlements },
  ]);
}

const LEFT = ["Membership.LEFT membership → committee", "Membership.LEFT membership → unit"];

describe("a unit that leaves a committee", () => {
  it("withdraws a resource and a need: the committee is told, and whoever had booked", async () => {
    const resourceId = await shareRoom(of, {
      label: "room",
      providerId: of.unit,
      audience: "COMMITTEE",
    });
    const [other] = of.others;
    await book(of, { label: "booking", resourceId, organizationId: other, days: 3 });
    await postNeed(of, "need");
    expect(await told(of.world.operator)).toEqual([
      "Booking.CANCELLED booking → other",
      "Booking.CANCELLED booking → unit",
      ...LEFT,
      "Need.WITHDRAWN need → committee",
      "Resource.WITHDRAWN room → committee",
    ]);
    expect((await titlesFor(of, of.world.named("secretary"), "Resource"))[0]).toContain(
      "Reason: 甲公司 left ",
    );
  });

  it("cancels bookings or hands them over: both units are told, and the one that takes over", async () => {
    const [other, third] = of.others;
    const resourceId = await shareRoom(of, {
      label: "room",
      providerId: other,
      audience: "ALLIANCE",
    });
    const ended = await book(of, { label: "ended", resourceId, organizationId: of.unit, days: 3 });
    const given = await book(of, { label: "given", resourceId, organizationId: of.unit, days: 4 });
    await book(of, { label: "kept", resourceId, organizationId: of.unit, days: 5 });
    const how = { how: "HAND_OVER", toOrganizationId: third };
    const settled = { [ended]: { how: "END" }, [given]: how };
    expect(await told(of.world.operator, settled)).toEqual([
      "Booking.CANCELLED ended → other",
      "Booking.CANCELLED ended → unit",
      "Booking.HANDED_OVER given → other",
      "Booking.HANDED_OVER given → third",
      "Booking.HANDED_OVER given → unit",
      ...LEFT,
    ]);
    const seen = await titlesFor(of, of.liaisonOf(other), "Booking");
    expect(seen.slice(0, 2).toSorted()).toEqual([
      expect.stringMatching(
        /^The booking of “room” by 甲公司 was cancelled.*Reason: 甲公司 left .*\(单位迁出本街道\)$/,
      ),
      expect.stringMatching(
        /^丙医院 takes over the booking of “room” by 甲公司.*Reason: 甲公司 left .*\(单位迁出本街道\)$/,
      ),
    ]);
  });

  it("terminates agreements: all parties and the committee are told", async () => {
    await propose(of, "agreement");
    expect(await told(of.world.operator)).toEqual([
      "Agreement.TERMINATED agreement → committee",
      "Agreement.TERMINATED agreement → other",
      "Agreement.TERMINATED agreement → unit",
      ...LEFT,
    ]);
  });

  it("cancels activities or hands them over: all who take part are told, and the host of before", async () => {
    const [guestId, third] = of.others;
    const guests = { hostId: of.unit, guestId };
    const ended = await schedule(of, { label: "ended", ...guests });
    const given = await schedule(of, { label: "given", ...guests });
    const how = { how: "HAND_OVER", toOrganizationId: third };
    const settled = { [ended]: { how: "END" }, [given]: how };
    expect(await told(of.world.operator, settled)).toEqual([
      "Activity.CANCELLED ended → committee",
      "Activity.CANCELLED ended → other",
      "Activity.CANCELLED ended → unit",
      "Activity.HANDED_OVER given → committee",
      "Activity.HANDED_OVER given → other",
      "Activity.HANDED_OVER given → third",
      "Activity.HANDED_OVER given → unit",
      ...LEFT,
    ]);
    expect(await titlesFor(of, of.liaisonOf(third), "Activity")).toEqual([
      expect.stringMatching(/^“given” .* is hosted by 丙医院 now, before by 甲公司/),
    ]);
  });

  it("hands issues over or resolves them: both owners and the committee are told", async () => {
    await raiseIssue(of, "given");
    const ended = await raiseIssue(of, "ended");
    expect(await told(of.world.operator, { [ended]: { how: "END" } })).toEqual([
      "Issue.HANDED_OVER given → base",
      "Issue.HANDED_OVER given → committee",
      "Issue.HANDED_OVER given → unit",
      "Issue.RESOLVED ended → committee",
      "Issue.RESOLVED ended → unit",
      ...LEFT,
    ]);
  });

  it("ends its persons' seats: they are told", async () => {
    await appoint(of, "seat");
    expect(await told(of.world.operator)).toEqual([
      ...LEFT,
      "Seat.ENDED seat → member",
      "Seat.ENDED seat → unit",
    ]);
  });

  it("ends the seats of its persons of the next term, too: of one that is carried over they are told once", async () => {
    const { operator } = of.world;
    await appoint(of, "seat");
    await appointNext(of, "next seat");
    expect(await told(operator)).toEqual([
      ...LEFT,
      "Seat.ENDED next seat → successor",
      "Seat.ENDED next seat → unit",
      "Seat.ENDED seat → member",
      "Seat.ENDED seat → unit",
    ]);
  });

  it("takes back an application that its membership has made needless: the committee is told", async () => {
    const { world, committeeId, membershipId, unit } = of;
    await change(world, world.operator, "leaveCommittee", { id: membershipId, reason: REASON });
    await of.make(of.liaison, "applyToCommittee", {
      label: "application",
      noun: "application",
      committeeId,
      organizationId: unit,
    });
    const id = await of.make(world.operator, "joinCommittee", {
      label: "membership",
      noun: "membership",
      committeeId,
      organizationId: unit,
    });
    const leaving = { id, reason: REASON };
    expect(await toldBy(of, [world.operator, "leaveCommittee", leaving])).toEqual([
      "Application.WITHDRAWN application → committee",
      ...LEFT,
    ]);
    expect((await titlesFor(of, world.named("secretary"), "Application"))[0]).toMatch(
      /^甲公司 withdrew its application to .*Reason: 甲公司 left .*\(单位迁出本街道\)$/,
    );
  });

  it("is not told of what it does itself", async () => {
    await propose(of, "agreement");
    await raiseIssue(of, "issue");
    const all = await told(of.liaison);
    expect(all).toContain("Agreement.TERMINATED agreement → other");
    expect(all.filter((one) => one.endsWith("→ unit"))).toEqual([]);
  });

  it("does not learn what another unit has taken over, nor what was written about it", async () => {
    const need = await postNeed(of, "需要一间琴房");
    const [other] = of.others;
    const taken = { [need]: { how: "HAND_OVER", toOrganizationId: other } };
    expect(await told(of.world.operator, taken)).toEqual([
      ...LEFT,
      "Need.HANDED_OVER 需要一间琴房 → committee",
      "Need.HANDED_OVER 需要一间琴房 → other",
      "Need.HANDED_OVER 需要一间琴房 → unit",
    ]);
    const [seen] = await titlesFor(of, of.liaisonOf(other), "Need");
    expect(seen).toMatch(
      /^乙学校 takes over the need “需要一间琴房” of 甲公司\. Reason: .*\(单位迁出本街道\)$/,
    );
    const [hidden] = await titlesFor(of, of.liaison, "Need");
    expect(hidden).toMatch(
      /^乙学校 takes over the need one Need of 甲公司\. Reason: 甲公司 left .* 委员会$/,
    );
  });

  it("stays a member, and nobody is told of its records, while the leaving lies ahead", async () => {
    await propose(of, "agreement");
    const ahead = { id: of.membershipId, reason: REASON, leavesOn: "2027-04-30" };
    expect(await toldBy(of, [of.world.operator, "leaveCommittee", ahead])).toEqual([
      "Membership.LEAVING membership → committee",
      "Membership.LEAVING membership → unit",
    ]);
    await change(of.world, of.world.operator, "callOffLeaving", { id: of.membershipId });
  });
});
