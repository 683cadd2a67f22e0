import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { UNKNOWN_ID, inDays, unitOf } from "../../support/people.ts";

const [OPERATOR, SECRETARY, LIAISON, OUTSIDER] = [
  "445202-operator",
  "445202-secretary",
  "445202-liaison-1",
  "610327-operator",
] as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const register = (input: object, as?: string) =>
  hub.ask(
    operation("RegisterOrganization"),
    { input: { name: "榕城区测试医院", kind: "HOSPITAL", regionCode: "445202", ...input } },
    as,
  );

describe("AllianceDirectory", () => {
  it("shows committees with term, member units and seats to everybody, names of persons only to the alliance", async () => {
    const read = (as?: string) =>
      hub.ask(operation("AllianceDirectory"), { region: "X41-PA", first: 10 }, as);
    const anonymous = await read();
    expect(anonymous.codes).toEqual([]);
    const committee = anonymous.data["region"]?.["committees"]?.["nodes"]?.[0];
    expect(anonymous.data["region"]).toMatchObject({ code: "X41-PA", level: "STREET" });
    expect(committee).toMatchObject({
      level: "COMMUNITY",
      region: { code: "X41-PA-SY" },
      currentTerm: { number: expect.any(Number) },
    });
    expect(committee?.["memberUnits"]?.["totalCount"]).toBe(11);
    expect(committee?.["seats"]?.["nodes"]?.[0]).toMatchObject({
      holderName: null,
      fromOrganization: { id: expect.any(String) },
    });
    const member = await read("X41-liaison-1");
    expect(
      member.data["region"]?.["committees"]?.["nodes"]?.[0]?.["seats"]?.["nodes"]?.[0]?.[
        "holderName"
      ],
    ).toMatch(/委员|书记/);
  });
});

describe("RegisterOrganization", () => {
  it("is the operator's, in the own region", async () => {
    const registered = await register({ creditCode: "91350100M000100Y43" }, OPERATOR);
    expect(registered.codes).toEqual([]);
    expect(registered.data["registerOrganization"]?.["organization"]).toMatchObject({
      kind: "HOSPITAL",
      creditCode: "91350100M000100Y43",
      region: { code: "445202" },
    });
    expect((await register({ creditCode: "91350100M000100Y43" }, OPERATOR)).codes).toEqual([
      "CONFLICT",
    ]);
    const found = await hub.ask(operation("FindOrganizations"), {
      text: "測試醫院",
      kinds: ["HOSPITAL"],
      region: "445202",
    });
    expect(found.data["organizations"]?.["totalCount"]).toBe(1);
  });

  it("is nobody else's", async () => {
    expect((await register({})).codes).toEqual(["UNAUTHENTICATED"]);
    for (const name of [SECRETARY, LIAISON, OUTSIDER])
      expect((await register({}, name)).codes).toEqual(["FORBIDDEN"]);
  });
});

describe("a stale write", () => {
  it("is refused with CONFLICT and changes nothing", async () => {
    const id = unitOf(LIAISON);
    const update = (input: object) =>
      hub.ask(
        "mutation U($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { brand version } } }",
        { input: { id, ...input } },
        LIAISON,
      );
    const first = await update({ brand: "同心共建" });
    const version = Number(first.data["updateOrganization"]?.["organization"]?.["version"]);
    const both = await Promise.all([
      update({ brand: "甲", version }),
      update({ brand: "乙", version }),
    ]);
    expect(both.flatMap((answer) => answer.codes)).toEqual(["CONFLICT"]);
    const winner = both.find((answer) => answer.codes.length === 0)?.data["updateOrganization"]?.[
      "organization"
    ];
    const now = await hub.ask(operation("OrganizationPage"), { id });
    expect(now.codes).toEqual([]);
    expect(now.data["organization"]?.["brand"]).toBe(winner?.["brand"]);
  });
});

describe("committees, memberships, seats and terms", () => {
  let committeeId: string;
  let unitId: string;

  it("EstablishCommittee opens the first term with it", async () => {
    const region = {
      code: "445202999",
      name: "榕城区第99街道",
      level: "STREET",
      parentCode: "445202",
    };
    const added = await hub.ask(
      "mutation A($input: AddRegionInput!) { addRegion(input: $input) { region { code } } }",
      { input: region },
      OPERATOR,
    );
    expect(added.codes).toEqual([]);
    const party = await register(
      { name: "第99街道党工委", kind: "PARTY_ORGANIZATION", regionCode: region.code },
      OPERATOR,
    );
    const input = {
      name: "第99街道大工委",
      level: "STREET",
      regionCode: region.code,
      organizationId: party.data["registerOrganization"]?.["organization"]?.["id"],
      termNumber: 1,
      termStartsOn: "2026-01-01",
      termEndsOn: "2030-12-31",
    };
    for (const name of [LIAISON, OUTSIDER])
      expect((await hub.ask(operation("EstablishCommittee"), { input }, name)).codes).toEqual([
        "FORBIDDEN",
      ]);
    const established = await hub.ask(operation("EstablishCommittee"), { input }, OPERATOR);
    expect(established.codes).toEqual([]);
    committeeId = String(established.data["establishCommittee"]?.["committee"]?.["id"]);
    const shown = await hub.ask(
      "query C($id: ID!) { committee(id: $id) { currentTerm { number startsOn endsOn } } }",
      { id: committeeId },
    );
    expect(shown.data["committee"]?.["currentTerm"]).toEqual({
      number: 1,
      startsOn: "2026-01-01",
      endsOn: "2030-12-31",
    });
  });

  it("JoinCommittee is the secretary's or the operator's, once per unit", async () => {
    unitId = String(
      (await register({ name: "第99街道小学", kind: "SCHOOL", regionCode: "445202999" }, OPERATOR))
        .data["registerOrganization"]?.["organization"]?.["id"],
    );
    const join = (as: string) =>
      hub.ask(operation("JoinCommittee"), { input: { committeeId, organizationId: unitId } }, as);
    expect((await join(LIAISON)).codes).toEqual(["FORBIDDEN"]);
    const joined = await join(OPERATOR);
    expect(joined.data["joinCommittee"]?.["membership"]).toMatchObject({
      organization: { id: unitId },
      committee: { id: committeeId },
    });
    expect((await join(OPERATOR)).codes).toEqual(["CONFLICT"]);
    const unknown = await hub.ask(
      operation("JoinCommittee"),
      { input: { committeeId: UNKNOWN_ID, organizationId: unitId } },
      OPERATOR,
    );
    expect(unknown.codes).toEqual(["NOT_FOUND"]);
  });

  it("AppointSeat makes a secretary, who may run the committee from then on", async () => {
    const appoint = (input: object, as: string) =>
      hub.ask(
        operation("AppointSeat"),
        {
          input: {
            committeeId,
            organizationId: unitId,
            holderName: "委员 999",
            role: "PART_TIME",
            ...input,
          },
        },
        as,
      );
    expect((await appoint({}, "610327-secretary")).codes).toEqual(["FORBIDDEN"]);
    const seated = await appoint({ role: "SECRETARY", subject: "demo:610327-liaison-1" }, OPERATOR);
    expect(seated.data["appointSeat"]?.["seat"]).toMatchObject({
      role: "SECRETARY",
      holderName: "委员 999",
    });
    expect((await appoint({}, "610327-liaison-1")).codes).toEqual([]);
  });

  it("two who open the next term at once: one does, and one term is current", async () => {
    const startTerm = () =>
      hub.ask(
        "mutation S($input: StartTermInput!) { startTerm(input: $input) { term { id number state } } }",
        { input: { committeeId, number: 2, startsOn: inDays(0), endsOn: "2099-12-31" } },
        OPERATOR,
      );
    const answers = await Promise.all([startTerm(), startTerm()]);
    expect(answers.filter((answer) => answer.codes.length === 0)).toHaveLength(1);
    const shown = await hub.ask(
      "query C($id: ID!) { committee(id: $id) { currentTerm { number } terms(first: 10) { nodes { number state } } seats(first: 10) { totalCount } } }",
      { id: committeeId },
    );
    expect(shown.data["committee"]?.["currentTerm"]).toEqual({ number: 2 });
    const states = nodesOf(shown.data, "committee", "terms")
      .map(({ state }) => String(state))
      .toSorted();
    expect(states).toEqual(["CURRENT", "PAST"]);
    expect(shown.data["committee"]?.["seats"]?.["totalCount"]).toBe(2);
  });
});

describe("RegisterWithCommunity and AcceptRegistration", () => {
  it("go from the unit's liaison to those who run the community's committee", async () => {
    const communityCode = "X41-PA-SY";
    const input = { organizationId: unitOf("X41-liaison-1"), communityCode, headcount: 12 };
    expect((await hub.ask(operation("RegisterWithCommunity"), { input }, LIAISON)).codes).toEqual([
      "FORBIDDEN",
    ]);
    const sent = await hub.ask(operation("RegisterWithCommunity"), { input }, "X41-liaison-1");
    expect(sent.codes).toEqual([]);
    expect(sent.data["registerWithCommunity"]?.["registration"]).toMatchObject({
      state: "SUBMITTED",
      headcount: 12,
    });
    const id = sent.data["registerWithCommunity"]?.["registration"]?.["id"];
    expect(
      (await hub.ask(operation("AcceptRegistration"), { id }, "445202-secretary")).codes,
    ).toEqual(["NOT_FOUND"]);
    const accepted = await hub.ask(operation("AcceptRegistration"), { id }, "X41-secretary");
    expect(accepted.data["acceptRegistration"]?.["registration"]).toMatchObject({
      id,
      state: "ACCEPTED",
      acceptedAt: expect.any(String),
    });
    expect((await hub.ask(operation("AcceptRegistration"), { id }, "X41-secretary")).codes).toEqual(
      ["ILLEGAL_TRANSITION"],
    );
  });
});

describe("ContactCards", () => {
  it("show post and hours to everybody, and name and telephone with the holder's consent", async () => {
    const read = async (as?: string) => {
      const answer = await hub.ask(operation("ContactCards"), { region: "445202" }, as);
      expect(answer.codes).toEqual([]);
      return nodesOf(answer.data, "contactCards");
    };
    const cards = await read();
    expect(cards.length).toBeGreaterThan(0);
    for (const { post, hours, holderName, officePhone } of cards) {
      expect([post, hours]).toEqual([expect.any(String), expect.any(String)]);
      expect(String(holderName).endsWith("**")).toBe(officePhone === null);
    }
    expect(cards.some(({ officePhone }) => officePhone === null)).toBe(true);
    const masked = (of: typeof cards) =>
      of.filter(({ officePhone }) => officePhone === null).length;
    expect(masked(await read(SECRETARY))).toBeLessThan(masked(cards));
  });
});
