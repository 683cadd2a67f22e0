import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Answer } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inDays, inHours, unitOf } from "../../support/people.ts";

/**
 * A unit proposes itself for a committee and is accepted. It shares a room with the committee, hosts an activity and owns
 * an issue. Years later it leaves, and hands over what the committee needs.
 */
const SECRETARY = "445202-secretary";
const LIAISON = "445202-liaison-2";
const OTHER_LIAISON = "445202-liaison-1";
const COMMITTEE = committeeOf(SECRETARY);
const UNIT = unitOf(LIAISON);
const HEIR = unitOf(OTHER_LIAISON);
const REASON = "单位迁出本区";

const MEMBERSHIPS =
  "query ($id: ID!) { organization(id: $id) { memberships(first: 100) { nodes { id leavesOn committee { id } } } } }";
const APPLY =
  "mutation ($input: ApplyToCommitteeInput!) { applyToCommittee(input: $input) { application { id state } } }";
const ACCEPT =
  "mutation ($input: AcceptApplicationInput!) { acceptApplication(input: $input) { application { state membership { id } } } }";
const RAISE = "mutation ($input: RaiseIssueInput!) { raiseIssue(input: $input) { issue { id } } }";
const OPEN_APPLICATIONS =
  "query ($id: ID!) { committee(id: $id) { applications(states: [SUBMITTED], first: 100) { nodes { id message organization { id name } } } } }";
const LEAVE =
  "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id leftOn leavesOn } } }";
const CALL_OFF =
  "mutation ($input: CallOffLeavingInput!) { callOffLeaving(input: $input) { membership { leavesOn } } }";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  for (const { id } of await membershipsOf(UNIT))
    await done(LEAVE, { input: { id, reason: REASON } }, SECRETARY);
  if ((await membershipsOf(HEIR)).length === 0)
    await done(
      operation("JoinCommittee"),
      { input: { committeeId: COMMITTEE, organizationId: HEIR } },
      SECRETARY,
    );
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** What an operation answers somebody; it must not fail. */
async function done(query: string, variables: object, as?: string) {
  const { data, errors } = await hub.ask(query, variables, as);
  expect(errors).toEqual([]);
  return data;
}

/** A list in an answer. */
function listOf<One>(answer: Answer | undefined): One[] {
  // What was asked for is known to the caller alone.
  return (answer ?? []) as unknown as One[];
}

/** The current memberships of a unit in the committee. */
async function membershipsOf(organizationId: string) {
  const { organization } = await done(MEMBERSHIPS, { id: organizationId });
  const nodes = listOf<{
    readonly id: string;
    readonly leavesOn: string | null;
    readonly committee: { readonly id: string };
  }>(organization?.["memberships"]?.["nodes"]);
  return nodes.filter(({ committee }) => committee.id === COMMITTEE);
}

async function openItems(as: string) {
  const variables = { committee: COMMITTEE, organization: UNIT };
  const { leaving } = await done(operation("LeavingCommittee"), variables, as);
  return listOf<{ noun: string; recordId: string; consequence: string }>(leaving?.["items"]);
}

describe("a unit comes and goes", () => {
  let membership: string;
  let room: string;
  let activity: string;
  let issue: string;

  it("its liaison proposes it, and the secretary sees who asks and accepts", async () => {
    const input = { committeeId: COMMITTEE, organizationId: UNIT, message: "愿提供会议室。" };
    const applied = await done(APPLY, { input }, LIAISON);
    const id = applied["applyToCommittee"]?.["application"]?.["id"];
    const { committee } = await done(OPEN_APPLICATIONS, { id: COMMITTEE }, SECRETARY);
    expect(listOf(committee?.["applications"]?.["nodes"])).toContainEqual(
      expect.objectContaining({ id, message: "愿提供会议室。" }),
    );
    // Another unit does not see it.
    const seen = await done(OPEN_APPLICATIONS, { id: COMMITTEE }, OTHER_LIAISON);
    expect(listOf(seen["committee"]?.["applications"]?.["nodes"])).toEqual([]);
    const accepted = await done(ACCEPT, { input: { id } }, SECRETARY);
    membership = String(accepted["acceptApplication"]?.["application"]?.["membership"]?.["id"]);
    expect((await membershipsOf(UNIT)).map((one) => one.id)).toEqual([membership]);
  });

  it("takes part: a room on the committee's list, an activity that it hosts, an issue that it owns", async () => {
    const resource = {
      providerId: UNIT,
      committeeId: COMMITTEE,
      title: "临街会议室",
      kind: "VENUE",
      audience: "PUBLIC",
      capacity: 1,
      publish: true,
    };
    const shared = await done(operation("ShareResource"), { input: resource }, LIAISON);
    room = String(shared["shareResource"]?.["resource"]?.["id"]);
    const scheduled = await done(
      operation("ScheduleActivity"),
      {
        input: {
          committeeId: COMMITTEE,
          hostId: UNIT,
          title: "便民义诊",
          kind: "SERVICE",
          during: { start: inHours(72), end: inHours(74) },
          audience: "PUBLIC",
        },
      },
      LIAISON,
    );
    activity = String(scheduled["scheduleActivity"]?.["activity"]?.["id"]);
    const raised = await done(
      RAISE,
      { input: { committeeId: COMMITTEE, title: "路灯不亮", ownerId: UNIT } },
      SECRETARY,
    );
    issue = String(raised["raiseIssue"]?.["issue"]?.["id"]);
  });

  it("plans to leave, thinks again, and stays", async () => {
    const input = { id: membership, reason: REASON, leavesOn: inDays(30) };
    await done(LEAVE, { input }, LIAISON);
    expect(await membershipsOf(UNIT)).toMatchObject([{ leavesOn: inDays(30) }]);
    const { callOffLeaving } = await done(CALL_OFF, { input: { id: membership } }, SECRETARY);
    expect(callOffLeaving).toEqual({ membership: { leavesOn: null } });
  });

  it("years later sees what is open before it leaves, and cannot forget any of it", async () => {
    const items = await openItems(LIAISON);
    // Besides what the demonstration alliance has between the two.
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ noun: "Resource", recordId: room }),
        expect.objectContaining({ noun: "Activity", recordId: activity }),
        expect.objectContaining({ noun: "Issue", recordId: issue }),
      ]),
    );
    expect(items.find(({ recordId }) => recordId === room)?.consequence).toContain(
      "the unit goes on offering it",
    );
    const { errors } = await hub.ask(
      LEAVE,
      { input: { id: membership, reason: REASON, settlements: [] } },
      LIAISON,
    );
    expect(errors[0]?.extensions["faults"]).toHaveLength(items.length);
  });

  it("leaves: the room stays its own, another unit hosts the activity and owns the issue", async () => {
    const HOW: Readonly<Record<string, object>> = {
      Activity: { how: "HAND_OVER", toOrganizationId: HEIR },
      Issue: { how: "HAND_OVER", toOrganizationId: HEIR },
      Seat: { how: "END" },
    };
    const settlements = (await openItems(LIAISON)).map(({ noun, recordId }) => ({
      noun,
      recordId,
      ...(HOW[noun] ?? { how: "STAY" }),
    }));
    const input = { id: membership, reason: REASON, settlements };
    await done(LEAVE, { input }, LIAISON);
    expect(await membershipsOf(UNIT)).toEqual([]);
    expect(await openItems(SECRETARY)).toEqual([]);
    const { resource, activity: held } = await done(
      "query ($room: ID!, $activity: ID!) { resource(id: $room) { state provider { id } committee { id } } activity(id: $activity) { state host { id } } }",
      { room, activity },
    );
    expect(resource).toEqual({ state: "PUBLISHED", provider: { id: UNIT }, committee: null });
    expect(held).toEqual({ state: "SCHEDULED", host: { id: HEIR } });
  });
});
