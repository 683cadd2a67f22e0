import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type ClockHub, startClockHub } from "../../support/clock-hub.ts";
import { titlesFor, toldBy } from "../../support/notices/left-notices.ts";
import {
  type UnitWithRecords,
  appoint,
  appointNext,
  book,
  postNeed,
  schedule,
  shareRoom,
  unitWithRecords,
} from "../../support/notices/unit-with-records.ts";
import { readRecords } from "../../support/tasks/records.ts";
import { change, makeWorld } from "../../support/tasks/world.ts";

/** Whoever is concerned when a unit ends, or is merged into another one, is told, and nobody else is. */
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

const REASON = "单位撤销";
const ended = () =>
  toldBy(of, [of.world.operator, "endOrganization", { id: of.unit, reason: REASON }]);
const merged = (fromId: string, intoId: string) =>
  toldBy(of, [of.world.operator, "mergeOrganizations", { fromId, intoId, reason: "机构改革" }]);
const secretary = () => of.world.named("secretary");

/** The committee of the community below, with a label. */
async function communityCommittee(): Promise<{ readonly id: string; readonly base: string }> {
  const { committee } = await readRecords(hub.admin, of.world.district);
  const below = committee.find((one) => one["region_code"] === of.world.communities[0]);
  const [id, base] = [String(below?.["id"]), String(below?.["organization_id"])];
  of.labels.set(id, "community");
  of.labels.set(base, "community base");
  return { id, base };
}

const ALWAYS = ["Organization.ENDED unit → committee"];
/** Its liaison is told, too, whose task ends. */
async function liaisonLabel(): Promise<string> {
  const { liaison } = await readRecords(hub.admin, of.world.district);
  const mine = liaison.find((one) => one["organization_id"] === of.unit);
  of.labels.set(String(mine?.["id"]), "liaison");
  return "Liaison.ENDED liaison → liaison";
}

describe("a unit that ends", () => {
  it("is missed by its committees alone, and by its liaison", async () => {
    const { id: committeeId } = await communityCommittee();
    const joining = { committeeId, organizationId: of.unit };
    await change(of.world, of.world.operator, "joinCommittee", joining);
    const liaison = await liaisonLabel();
    expect(await ended()).toEqual([liaison, ...ALWAYS, "Organization.ENDED unit → community"]);
    for (const subject of [secretary(), of.world.named("community-secretary")])
      expect(await titlesFor(of, subject, "Organization")).toEqual([
        "甲公司 has ended; its last day is 2027-03-01. Reason: 单位撤销",
      ]);
    expect(await titlesFor(of, of.liaison, "Liaison")).toEqual([
      expect.stringMatching(/no longer liaison of 甲公司\. Reason: 甲公司 has ended \(单位撤销\)$/),
      expect.stringContaining("is liaison of 甲公司"),
    ]);
  });

  it("leaves the bookings of others without a room, and others' rooms empty; its lists end", async () => {
    const [other, third] = of.others;
    const mine = await shareRoom(of, { label: "mine", providerId: of.unit, audience: "ALLIANCE" });
    const theirs = await shareRoom(of, {
      label: "theirs",
      providerId: third,
      audience: "ALLIANCE",
    });
    await book(of, { label: "of mine", resourceId: mine, organizationId: other, days: 3 });
    await book(of, { label: "of theirs", resourceId: theirs, organizationId: of.unit, days: 3 });
    await book(of, { label: "of others", resourceId: theirs, organizationId: other, days: 4 });
    await postNeed(of, "need");
    await of.make(of.liaison, "shareResource", {
      label: "draft",
      noun: "resource",
      providerId: of.unit,
      title: "草稿",
      kind: "VENUE",
      committeeId: of.committeeId,
      audience: "ALLIANCE",
    });
    const liaison = await liaisonLabel();
    expect(await ended()).toEqual([
      "Booking.CANCELLED of mine → other",
      "Booking.CANCELLED of theirs → third",
      liaison,
      "Need.WITHDRAWN need → committee",
      ...ALWAYS,
      "Resource.WITHDRAWN mine → committee",
    ]);
    expect((await titlesFor(of, of.liaisonOf(third), "Booking"))[0]).toMatch(
      /^The booking of “theirs” by 甲公司 was cancelled.*Reason: 甲公司 has ended \(单位撤销\)$/,
    );
  });

  it("is missed by the hosts of activities in which it took part, and by no other guest", async () => {
    const [hostId] = of.others;
    await schedule(of, { label: "theirs", hostId, guestId: of.unit });
    const liaison = await liaisonLabel();
    expect(await ended()).toEqual(["Activity.PARTICIPANT_LEFT theirs → other", liaison, ...ALWAYS]);
    expect((await titlesFor(of, of.liaisonOf(hostId), "Activity"))[0]).toMatch(
      /^甲公司 left “theirs”: .*Reason: 甲公司 has ended \(单位撤销\)$/,
    );
  });

  it("takes its persons out of their seats, and those of others out of its body", async () => {
    const [other] = of.others;
    await appoint(of, "seat");
    await appointNext(of, "next seat");
    for (const [label, bodyId, organizationId] of [
      ["body", of.unit, other],
      ["sent", other, of.unit],
    ] as const)
      await of.make(of.world.operator, "appointUnitSeat", {
        label,
        noun: "unitSeat",
        bodyId,
        organizationId,
        holderName: "委员 018",
        role: "委员",
      });
    const liaison = await liaisonLabel();
    expect(await ended()).toEqual([
      liaison,
      ...ALWAYS,
      "Seat.ENDED next seat → successor",
      "Seat.ENDED seat → member",
      "UnitSeat.ENDED body → other",
      "UnitSeat.ENDED sent → other",
    ]);
    expect(await titlesFor(of, of.world.named("member"), "Seat")).toEqual([
      expect.stringMatching(/leaves the seat .*Reason: 甲公司 has ended \(单位撤销\)$/),
      expect.stringContaining("has the seat"),
    ]);
  });

  it("no longer waits for an answer, nor serves a community: those committees are told", async () => {
    const { id: committeeId } = await communityCommittee();
    await of.make(of.liaison, "applyToCommittee", {
      label: "application",
      noun: "application",
      committeeId,
      organizationId: of.unit,
    });
    const [communityCode] = of.world.communities;
    const registration = await of.make(of.liaison, "registerWithCommunity", {
      label: "registration",
      noun: "registration",
      organizationId: of.unit,
      communityCode,
      headcount: 12,
    });
    await change(of.world, of.world.named("community-secretary"), "acceptRegistration", {
      id: registration,
    });
    await of.make(of.liaison, "registerWithCommunity", {
      label: "waiting",
      noun: "registration",
      organizationId: of.unit,
      communityCode: of.world.street,
      headcount: 12,
    });
    const liaison = await liaisonLabel();
    expect(await ended()).toEqual([
      "Application.WITHDRAWN application → community",
      liaison,
      ...ALWAYS,
      "Registration.ENDED registration → community",
      "Registration.ENDED waiting → committee",
    ]);
  });
});

describe("a unit that is merged into another one", () => {
  it("is named to that one, and to the committees of which it was a member, by the name that it had", async () => {
    const { id: committeeId } = await communityCommittee();
    const joining = { committeeId, organizationId: of.unit };
    await change(of.world, of.world.operator, "joinCommittee", joining);
    const [other] = of.others;
    expect(await merged(of.unit, other)).toEqual([
      "Organization.MERGED other → committee",
      "Organization.MERGED other → community",
      "Organization.MERGED other → other",
    ]);
    for (const subject of [of.liaisonOf(other), secretary()])
      expect((await titlesFor(of, subject, "Organization"))[0]).toBe(
        "甲公司 was merged into 乙学校, with all its records. Reason: 机构改革",
      );
    // The liaisons of the former one act for the one that is left.
    expect(await titlesFor(of, of.liaison, "Organization")).toHaveLength(1);
  });

  it("leaves its own committees to the other one: they are told", async () => {
    const { base } = await communityCommittee();
    const [other] = of.others;
    expect(await merged(base, other)).toEqual([
      "Organization.MERGED other → community",
      "Organization.MERGED other → other",
    ]);
  });
});
