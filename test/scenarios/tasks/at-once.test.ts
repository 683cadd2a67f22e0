import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type ClockHub, startClockHub } from "../../support/clock-hub.ts";
import { compareTasks } from "../../support/tasks/open-tasks.ts";
import { type Records, type Stored, readRecords } from "../../support/tasks/records.ts";
import { type World, addUnit, change, makeWorld } from "../../support/tasks/world.ts";

/** How often each pair is tried, because which one comes first is chance. */
const TRIALS = 5;

let hub: ClockHub;
let world: World;
beforeAll(async () => {
  hub = await startClockHub(new Date("2027-03-01T04:00:00Z"));
});
beforeEach(async () => {
  world = await makeWorld(hub);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const recordsNow = (): Promise<Records> => readRecords(hub.admin, world.district);
const streetCommittee = ({ committee }: Records): string =>
  String(committee.find((one) => one["region_code"] === world.street)?.["id"]);
const current = (of: readonly Stored[], organizationId: string, until: string): Stored[] =>
  of.filter((one) => one["organization_id"] === organizationId && one[until] === null);
const liaisonOf = (organizationId: string): string => world.named(`liaison-${organizationId}`);
const openRound = (committeeId: string) =>
  change(world, world.named("secretary"), "openCollectionRound", {
    committeeId,
    title: "上半年清单",
    opensOn: "2027-03-01",
    closesOn: "2027-06-30",
  });
const leave = async (organizationId: string): Promise<object> => {
  const [membership] = current((await recordsNow()).membership, organizationId, "left_on");
  const input = { id: membership?.["id"], reason: "单位迁出" };
  return await change(world, world.operator, "leaveCommittee", input);
};

async function expectExactTasks(): Promise<void> {
  for (const { who, found, wanted } of await compareTasks(world))
    expect({ who, tasks: found }).toEqual({ who, tasks: wanted });
}

describe("the open tasks are those that the records call for when, at once,", () => {
  it("both liaisons of a unit are ended", async () => {
    const committeeId = streetCommittee(await recordsNow());
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const organizationId = await addUnit(world, `两个联络员 ${trial}`, committeeId);
      const second = { organizationId, subject: world.named(`second-${trial}`), name: "联络员" };
      await change(world, world.operator, "nameLiaison", second);
      const liaisons = current((await recordsNow()).liaison, organizationId, "ended_at");
      expect(liaisons).toHaveLength(2);
      await Promise.all(
        liaisons.map(({ id }) => change(world, world.operator, "endLiaison", { id })),
      );
      await expectExactTasks();
    }
  });

  it("one unit answers a round, another leaves, a third joins, and a second round is opened", async () => {
    const committeeId = streetCommittee(await recordsNow());
    for (let trial = 0; trial < TRIALS; trial += 1) {
      await openRound(committeeId);
      const { collection_round: rounds } = await recordsNow();
      const [answering, leaving] = [
        await addUnit(world, `填报 ${trial}`, committeeId),
        await addUnit(world, `退出 ${trial}`, committeeId),
      ];
      await Promise.all([
        change(world, liaisonOf(answering), "postNeed", {
          organizationId: answering,
          title: "需要一间教室",
          kind: "VENUE",
          committeeId,
          audience: "COMMITTEE",
          collectionRoundId: rounds.at(-1)?.["id"],
          publish: true,
        }),
        leave(leaving),
        addUnit(world, `加入 ${trial}`, committeeId),
        openRound(committeeId),
      ]);
      await expectExactTasks();
    }
  });

  it("both parties sign", async () => {
    const committeeId = streetCommittee(await recordsNow());
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const partyIds = [
        await addUnit(world, `甲方 ${trial}`, committeeId),
        await addUnit(world, `乙方 ${trial}`, committeeId),
      ];
      const drafted = {
        committeeId,
        title: "共建协议",
        partyIds,
        termFrom: "2027-03-01",
        termTo: "2028-02-29",
        commitments: partyIds.map((organizationId) => ({
          organizationId,
          clause: "开放场地",
          timesPerYear: 12,
        })),
      };
      await change(world, world.named("secretary"), "draftAgreement", drafted);
      const drafts = (await recordsNow()).agreement.filter(({ state }) => state === "DRAFT");
      const id = drafts[0]?.["id"];
      await change(world, world.named("secretary"), "proposeAgreement", { id });
      await Promise.all(
        partyIds.map((organizationId) =>
          change(world, liaisonOf(organizationId), "signAgreement", { id, organizationId }),
        ),
      );
      const signed = (await recordsNow()).agreement.find((one) => one["id"] === id);
      expect(signed).toMatchObject({ state: "ACTIVE" });
      await expectExactTasks();
    }
  });

  it("units register with a community and its committee is established", async () => {
    const [, communityCode] = world.communities;
    const { organization } = await recordsNow();
    const base = organization.find((one) => one["region_code"] === communityCode)?.["id"];
    const parentId = streetCommittee(await recordsNow());
    // The organisation that the committee will stand on is a member without a liaison until then.
    const committeeId = parentId;
    await change(world, world.operator, "joinCommittee", { committeeId, organizationId: base });
    await expectExactTasks();
    const units = organization.filter(({ name }) => ["甲", "乙", "丙"].includes(String(name)));
    await Promise.all([
      ...units.map(({ id: organizationId }) =>
        change(world, liaisonOf(String(organizationId)), "registerWithCommunity", {
          organizationId,
          communityCode,
          headcount: 12,
        }),
      ),
      change(world, world.operator, "establishCommittee", {
        name: "二社区大党委",
        level: "COMMUNITY",
        regionCode: communityCode,
        organizationId: base,
        parentId,
        termNumber: 1,
        termStartsOn: "2026-01-01",
        termEndsOn: "2030-12-31",
      }),
    ]);
    await expectExactTasks();
  });
});

it("what was recorded several times at once is done, not lapsed", async () => {
  const committeeId = streetCommittee(await recordsNow());
  const partyIds = [
    await addUnit(world, "甲方", committeeId),
    await addUnit(world, "乙方", committeeId),
  ] as const;
  const commitments = [{ organizationId: partyIds[0], clause: "开放场地", timesPerYear: 12 }];
  const term = { termFrom: "2027-03-01", termTo: "2028-02-29" };
  const secretary = world.named("secretary");
  await change(world, secretary, "draftAgreement", {
    committeeId,
    title: "共建协议",
    partyIds,
    ...term,
    commitments,
  });
  const id = (await recordsNow()).agreement.at(-1)?.["id"];
  await change(world, secretary, "proposeAgreement", { id });
  for (const organizationId of partyIds)
    await change(world, liaisonOf(organizationId), "signAgreement", { id, organizationId });
  const commitmentId = (await recordsNow()).commitment.at(-1)?.["id"];
  const input = { commitmentId, times: 3 };
  await change(world, liaisonOf(partyIds[0]), "recordFulfilment", input);
  const { rows } = await hub.admin.query(
    "select occurrence, state from activities.task where record_id = $1 order by occurrence",
    [commitmentId],
  );
  expect(rows).toEqual([
    { occurrence: 0, state: "DONE" },
    { occurrence: 3, state: "OPEN" },
  ]);
  await expectExactTasks();
});
