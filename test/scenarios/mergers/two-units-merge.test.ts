import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inDays, inHours, unitOf } from "../../support/people.ts";

/**
 * Two units of the district become one. The first one's liaison has shared a room, taken part in an activity and
 * begun an agreement. The operator looks at what would follow and merges it into the second one.
 */
const OPERATOR = "445202-operator";
const SECRETARY = "445202-secretary";
const CLERK = "445202-clerk";
const [FIRST, SECOND, THIRD] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
] as const;
const [FROM, INTO, OTHER] = [unitOf(FIRST), unitOf(SECOND), unitOf(THIRD)];
const COMMITTEE = committeeOf(SECRETARY);

const MERGE =
  "mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { organization { id name formerNames { name } } } }";
const PREVIEW =
  "query ($from: ID!, $into: ID!) { organizationMerge(fromId: $from, intoId: $into) { items { noun count } warnings { noun recordId consequence blocks } } }";
const DISCARD =
  "mutation ($input: DiscardAgreementInput!) { discardAgreement(input: $input) { id } }";
const NAME = "query ($id: ID!) { organization(id: $id) { id name } }";

let hub: TestHub;
let room: string;
let agreement: string;
let activity: string;
let formerName: string;
beforeAll(async () => {
  hub = await startHub();
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

describe("two units merge", () => {
  it("before: the first unit's liaison shares, takes part and begins an agreement", async () => {
    for (const organizationId of [FROM, INTO, OTHER])
      await hub.ask(
        operation("JoinCommittee"),
        { input: { committeeId: COMMITTEE, organizationId } },
        SECRETARY,
      );
    formerName = String((await done(NAME, { id: FROM }))["organization"]?.["name"]);
    const shared = await done(
      operation("ShareResource"),
      {
        input: {
          providerId: FROM,
          title: "合并前的排练厅",
          kind: "VENUE",
          audience: "PARTIES",
          capacity: 1,
          publish: true,
        },
      },
      FIRST,
    );
    room = String(shared["shareResource"]?.["resource"]?.["id"]);
    const drafted = await done(
      operation("DraftAgreement"),
      {
        input: {
          committeeId: COMMITTEE,
          title: "排练厅共用协议",
          partyIds: [FROM, OTHER],
          termFrom: inDays(1),
          termTo: inDays(400),
          commitments: [{ organizationId: FROM, clause: "每周开放一次。" }],
        },
      },
      FIRST,
    );
    agreement = String(drafted["draftAgreement"]?.["agreement"]?.["id"]);
    await done(operation("ProposeAgreement"), { id: agreement }, FIRST);
    await done(operation("SignAgreement"), { id: agreement, organizationId: OTHER }, THIRD);
    const scheduled = await done(
      operation("ScheduleActivity"),
      {
        input: {
          committeeId: COMMITTEE,
          hostId: OTHER,
          title: "合并前排定的义诊",
          kind: "SERVICE",
          during: { start: inHours(48), end: inHours(50) },
          audience: "COMMITTEE",
        },
      },
      THIRD,
    );
    activity = String(scheduled["scheduleActivity"]?.["activity"]?.["id"]);
    await done(operation("JoinActivity"), { id: activity, organizationId: FROM }, FIRST);
  });

  it("the operator sees what would follow; nobody else does, and nobody else merges", async () => {
    for (const name of [FIRST, SECOND, SECRETARY, "610327-operator"]) {
      expect((await hub.ask(PREVIEW, { from: FROM, into: INTO }, name)).codes).toEqual([
        "FORBIDDEN",
      ]);
      const input = { fromId: FROM, intoId: INTO, reason: "机构改革" };
      expect((await hub.ask(MERGE, { input }, name)).codes).toEqual(["FORBIDDEN"]);
    }
    const { organizationMerge } = await done(PREVIEW, { from: FROM, into: INTO }, OPERATOR);
    const nouns = organizationMerge?.["items"]?.map(({ noun }) => String(noun));
    expect(nouns).toEqual(
      expect.arrayContaining(["Membership", "Liaison", "Resource", "Agreement", "Activity"]),
    );
    expect(organizationMerge?.["warnings"]).toContainEqual({
      noun: "Membership",
      recordId: expect.any(String),
      consequence: expect.stringContaining("earlier day"),
      blocks: false,
    });
  });

  it("what not all have signed of agreements of both is settled first, by the clerk who runs the committees", async () => {
    const input = { fromId: FROM, intoId: INTO, reason: "机构改革" };
    expect((await hub.ask(MERGE, { input }, OPERATOR)).codes).toEqual(["CONFLICT"]);
    const blocking = async () => {
      const { organizationMerge } = await done(PREVIEW, { from: FROM, into: INTO }, OPERATOR);
      return organizationMerge?.["warnings"]?.filter(({ blocks }) => Boolean(blocks)) ?? [];
    };
    expect((await blocking()).length).toBeGreaterThan(0);
    for (const { recordId: id } of await blocking()) {
      const { agreement: found } = await done(
        "query ($id: ID!) { agreement(id: $id) { state } }",
        { id },
        CLERK,
      );
      if (String(found?.["state"]) === "DRAFT") await done(DISCARD, { input: { id } }, CLERK);
      else await done(operation("TerminateAgreement"), { id, reason: "单位合并" }, CLERK);
    }
    expect(await blocking()).toEqual([]);
  });

  it("the operator merges them", async () => {
    const input = { fromId: FROM, intoId: INTO, reason: "机构改革" };
    const { mergeOrganizations } = await done(MERGE, { input }, OPERATOR);
    expect(mergeOrganizations?.["organization"]).toMatchObject({ id: INTO });
    expect(mergeOrganizations?.["organization"]?.["formerNames"]).toContainEqual({
      name: formerName,
    });
  });

  it("both liaisons act for the unit that is left, with everything that was the first one's", async () => {
    for (const name of [FIRST, SECOND]) {
      const { viewer } = await done(operation("Me"), {}, name);
      expect(viewer?.["organization"]?.["id"]).toBe(INTO);
      const seen = await done(
        "query ($id: ID!) { resource(id: $id) { title provider { id } } }",
        { id: room },
        name,
      );
      expect(seen["resource"]).toEqual({ title: "合并前的排练厅", provider: { id: INTO } });
    }
    const withdrawn = await done(
      "mutation ($input: WithdrawResourceInput!) { withdrawResource(input: $input) { resource { state } } }",
      { input: { id: room, reason: "装修" } },
      SECOND,
    );
    expect(withdrawn["withdrawResource"]?.["resource"]?.["state"]).toBe("WITHDRAWN");
  });

  it("a text that one side has signed is still the same, and the new unit signs it", async () => {
    const signed = await done(
      operation("SignAgreement"),
      { id: agreement, organizationId: INTO },
      SECOND,
    );
    expect(signed["signAgreement"]?.["agreement"]).toMatchObject({ state: "ACTIVE" });
    const parties = signed["signAgreement"]?.["agreement"]?.["parties"];
    expect(parties?.map((party) => party["organization"]?.["id"])).toEqual([INTO, OTHER]);
  });

  it("it takes part in the activity, once", async () => {
    const calendar = await done(
      "query ($id: ID!) { activity(id: $id) { participants { organization { id } } } }",
      { id: activity },
      SECOND,
    );
    expect(
      calendar["activity"]?.["participants"]?.map((one) => one["organization"]?.["id"]).toSorted(),
    ).toEqual([OTHER, INTO].toSorted());
  });

  it("old links lead to it: its page, lists of what was the first one's, and a search for the old name", async () => {
    const page = await done(operation("OrganizationPage"), { id: FROM }, SECOND);
    expect(page["organization"]).toMatchObject({ id: INTO });
    const committees = nodesOf(page, "organization", "memberships").map(
      ({ committee }) => (committee as { id: string }).id,
    );
    expect(committees).toContain(COMMITTEE);
    expect(new Set(committees).size).toBe(committees.length);
    const lists = await done(
      `query ($id: ID!) {
        resources(filter: { providerId: $id, states: [WITHDRAWN] }) { nodes { id } }
        agreements(filter: { organizationId: $id, states: [ACTIVE] }) { nodes { id } }
        activities(filter: { organizationId: $id, states: [SCHEDULED] }) { nodes { id } }
      }`,
      { id: FROM },
      SECOND,
    );
    expect(nodesOf(lists, "resources")).toContainEqual({ id: room });
    expect(nodesOf(lists, "agreements")).toContainEqual({ id: agreement });
    expect(nodesOf(lists, "activities")).toContainEqual({ id: activity });
    const found = await done(operation("FindOrganizations"), {
      text: formerName,
      region: "445202",
    });
    const ids = found["organizations"]?.["edges"]?.map((edge) => edge["node"]?.["id"]);
    expect(ids).toContain(INTO);
  });

  it("the first one's record can still be read, and says where it went", async () => {
    const old = await done(
      `query ($text: String) { organizations(filter: { text: $text, states: [MERGED] }) { nodes { id name endedOn mergedInto { id } } } }`,
      { text: formerName },
    );
    expect(nodesOf(old, "organizations")).toContainEqual({
      id: FROM,
      name: formerName,
      endedOn: inDays(0),
      mergedInto: { id: INTO },
    });
  });
});
