import { until } from "@alliance-hub/testing/until";
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

const NOTICES =
  '{ notices(first: 100, filter: { nouns: ["Term"] }) { nodes { type title organization { id } committee { id } } } }';
/** What somebody was told of terms, newest first, and as whom. */
async function told(subject: string): Promise<readonly string[]> {
  const { data, errors } = await hub.ask(subject, NOTICES);
  expect(errors).toEqual([]);
  return (data["notices"]?.["nodes"] ?? []).map(({ type, organization, committee }) => {
    const as = organization ? "unit" : committee ? "committee" : "person";
    return `${String(type)} ${as}`;
  });
}

it("a term takes over at midnight: each is told once, in the right of their office then", async () => {
  const { operator, named, street } = world;
  const { committee } = await readRecords(hub.admin, world.district);
  const base = committee.find((one) => one["region_code"] === street);
  const committeeId = String(base?.["id"]);
  const unit = await addUnit(world, "派出单位", committeeId);
  const seat = { committeeId, holderName: "委员 001", role: "MEMBER" };
  for (const name of ["stays", "leaves"])
    await change(world, operator, "appointSeat", {
      ...seat,
      organizationId: unit,
      subject: named(name),
    });
  await change(world, named("secretary"), "planTerm", {
    committeeId,
    number: 2,
    startsOn: "2027-03-10",
    endsOn: "2032-03-09",
  });
  const { term, seat: seats } = await readRecords(hub.admin, world.district);
  const planned = term.find((one) => one["number"] === 2 && one["committee_id"] === committeeId);
  const copy = seats.find(
    (one) => one["term_id"] === planned?.["id"] && one["subject"] === named("leaves"),
  );
  await change(world, operator, "endSeat", { id: copy?.["id"], reason: "不再留任" });
  await change(world, operator, "appointSeat", {
    ...seat,
    organizationId: base?.["organization_id"],
    termId: planned?.["id"],
    holderName: "新书记",
    role: "SECRETARY",
    subject: named("successor"),
  });
  // The second before midnight in Asia/Shanghai.
  hub.clock.now = new Date("2027-03-09T15:59:59.900Z");
  await using _work = hub.work();
  expect(await told(named("leaves"))).toEqual(["PLANNED person"]);
  hub.clock.now = new Date("2027-03-09T16:00:00Z");
  const left = await until(
    () => told(named("leaves")),
    (all) => all.length > 1,
  );
  expect(left).toEqual(["SEAT_ENDED person", "PLANNED person"]);
  expect(await told(named("stays"))).toEqual(["TOOK_OVER person", "PLANNED person"]);
  // Once, though they run the committee, act for the organisation that it stands on, and have a seat.
  expect(await told(named("successor"))).toEqual([
    expect.stringMatching(/^TOOK_OVER (unit|committee)$/),
  ]);
  expect(await told(named(`liaison-${unit}`))).toEqual(["TOOK_OVER unit"]);
  // Their own seat has ended with the term: they run the committee no more.
  expect(await told(named("secretary"))).toEqual(["SEAT_ENDED person"]);
  expect(await told(named("community-secretary"))).toEqual([]);
});
