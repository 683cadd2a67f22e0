import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type ClockHub, startClockHub } from "../../support/clock-hub.ts";
import { readRecords } from "../../support/tasks/records.ts";
import { type World, addUnit, change, makeWorld } from "../../support/tasks/world.ts";

let hub: ClockHub;
let world: World;
beforeAll(async () => {
  hub = await startClockHub(new Date("2027-03-01T04:00:00Z"));
  world = await makeWorld(hub);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const NOTICES = "{ notices(first: 100) { nodes { noun type title } } }";
/** What somebody was told of records of a type, newest first. */
async function told(subject: string, noun: string): Promise<readonly string[]> {
  const { data, errors } = await hub.ask(subject, NOTICES);
  expect(errors).toEqual([]);
  const nodes = data["notices"]?.["nodes"]?.filter((one) => String(one["noun"]) === noun) ?? [];
  return nodes.map(({ type, title }) => `${String(type)}: ${String(title)}`);
}

async function streetCommittee(): Promise<{ id: string; organizationId: string }> {
  const { committee } = await readRecords(hub.admin, world.district);
  const street = committee.find((one) => one["region_code"] === world.street);
  return { id: String(street?.["id"]), organizationId: String(street?.["organization_id"]) };
}

it("a deputy is told that the committee is theirs for a time, and that it no longer is", async () => {
  const { id: committeeId, organizationId } = await streetCommittee();
  const deputy = world.named("deputy");
  await change(world, world.operator, "appointSeat", {
    committeeId,
    organizationId,
    holderName: "副书记",
    role: "DEPUTY_SECRETARY",
    subject: deputy,
  });
  const { rows: seats } = await hub.admin.query("select id from members.seat where subject = $1", [
    deputy,
  ]);
  const days = { from: "2027-03-02", until: "2027-03-15" };
  const secretary = world.named("secretary");
  await change(world, secretary, "handOver", { committeeId, seatId: seats[0]?.id, ...days });
  expect(await told(deputy, "Handover")).toEqual([expect.stringMatching(/^HANDED_OVER: .*副书记/)]);
  const { rows: handovers } = await hub.admin.query(
    "select id from members.handover where committee_id = $1",
    [committeeId],
  );
  await change(world, world.operator, "endHandover", { id: handovers[0]?.id, reason: "提前返岗" });
  expect(await told(deputy, "Handover")).toEqual([
    expect.stringMatching(/^ENDED: .*提前返岗/),
    expect.stringMatching(/^HANDED_OVER: /),
  ]);
  expect(await told(secretary, "Handover")).toEqual([expect.stringMatching(/^ENDED: /)]);
  expect(await told(world.named("community-secretary"), "Handover")).toEqual([]);
});

it("a unit and its committee are told of a leaving ahead, and that it was called off", async () => {
  const { id: committeeId } = await streetCommittee();
  const organizationId = await addUnit(world, "将退出的单位", committeeId);
  const { membership } = await readRecords(hub.admin, world.district);
  const { id } = membership.find((one) => one["organization_id"] === organizationId) ?? {};
  const leaving = { id, reason: "单位迁出", leavesOn: "2027-04-30" };
  await change(world, world.operator, "leaveCommittee", leaving);
  await change(world, world.operator, "callOffLeaving", { id });
  for (const subject of [world.named(`liaison-${organizationId}`), world.named("secretary")])
    expect((await told(subject, "Membership")).slice(0, 2)).toEqual([
      expect.stringMatching(/^LEAVING_CALLED_OFF: /),
      expect.stringMatching(/^LEAVING: .*单位迁出/),
    ]);
});
