import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MembersSetting, TODAY, createMembersSetting, memberUnit } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const APPOINT =
  "mutation ($input: AppointUnitSeatInput!) { appointUnitSeat(input: $input) { unitSeat { id role since until body { id } fromOrganization { id } agreement { id } } } }";
const END =
  "mutation ($input: EndUnitSeatInput!) { endUnitSeat(input: $input) { unitSeat { until endReason } } }";

/** An owners' committee that is a member unit of a community's committee, and an organisation that sends a person. */
async function bodyAndSender() {
  const committee = await setting.committee();
  const { id: bodyId } = await memberUnit(setting, committee);
  const organizationId = await setting.organization();
  const input = (over: object = {}) => ({
    input: { bodyId, organizationId, holderName: "委员 017", role: "业委会委员", ...over },
  });
  return { committee, bodyId, organizationId, input };
}

describe("appointUnitSeat", () => {
  it("is for either organisation, whoever runs the body's committee, and operators", async () => {
    const { committee, bodyId, organizationId, input } = await bodyAndSender();
    const agreementId = randomUUID();
    const appoint = (viewer: Viewer, over: object = {}) =>
      setting.call(viewer, APPOINT, input(over));
    const { data } = await appoint(setting.liaison(bodyId), { agreementId });
    expect(data.appointUnitSeat.unitSeat).toMatchObject({
      role: "业委会委员",
      since: TODAY,
      until: null,
      body: { id: bodyId },
      fromOrganization: { id: organizationId },
      agreement: { id: agreementId },
    });
    for (const viewer of [setting.liaison(organizationId), committee.secretary, setting.operator])
      expect((await appoint(viewer)).code).toBeUndefined();
    const others = await appoint(committee.secretary, { agreementId });
    expect(others.data.appointUnitSeat.unitSeat.agreement).toBeNull();
    expect((await appoint(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await appoint(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await appoint((await setting.committee()).secretary)).code).toBe("FORBIDDEN");
    expect((await appoint(setting.liaison(await setting.organization()))).code).toBe("FORBIDDEN");
    const partner = { ...setting.liaison(bodyId), kind: "PARTNER" as const };
    const scopes = ["members:read", "members:write"];
    expect((await appoint({ ...partner, scopes })).code).toBe("FORBIDDEN");
  });

  it.each([
    ["an unknown body", { bodyId: randomUUID() }, "NOT_FOUND"],
    ["an organisation id that is none", { organizationId: "x" }, "NOT_FOUND"],
    ["no name", { holderName: " " }, "BAD_USER_INPUT"],
    ["a role that is too long", { role: "职".repeat(51) }, "BAD_USER_INPUT"],
    ["a day to come", { since: "2026-03-03" }, "BAD_USER_INPUT"],
    ["an agreement id that is none", { agreementId: "x" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const { input } = await bodyAndSender();
    expect((await setting.call(setting.operator, APPOINT, input(over))).code).toBe(code);
  });

  it("is for the secretary of the committee that stands on the body", async () => {
    const { id, base: bodyId, secretary } = await setting.committee();
    const organizationId = await setting.organization();
    const seat = { bodyId, organizationId, holderName: "委员 017", role: "委员" };
    expect(secretary.runsCommitteeIds).toEqual([id]);
    expect((await setting.call(secretary, APPOINT, { input: seat })).code).toBeUndefined();
  });

  it("is told to both organisations, as is its end", async () => {
    const { bodyId, organizationId, input } = await bodyAndSender();
    const { data } = await setting.call(setting.operator, APPOINT, input());
    const { id } = data.appointUnitSeat.unitSeat;
    await setting.call(setting.operator, END, { input: { id, reason: "换届" } });
    const { rows } = await setting.admin.query(
      "select type, array_agg(organization_id::text order by organization_id::text) as told from activities.notice where record_id = $1 group by type order by type",
      [id],
    );
    const told = [bodyId, organizationId].toSorted();
    expect(rows).toEqual([
      { type: "APPOINTED", told },
      { type: "ENDED", told },
    ]);
  });

  it("may begin tomorrow", async () => {
    const { input } = await bodyAndSender();
    const { data } = await setting.call(setting.operator, APPOINT, input({ since: "2026-03-02" }));
    expect(data.appointUnitSeat.unitSeat.since).toBe("2026-03-02");
  });

  it("refuses an organisation's own persons, and those of another alliance", async () => {
    const { bodyId, organizationId, input } = await bodyAndSender();
    const own = input({ organizationId: bodyId });
    expect((await setting.call(setting.operator, APPOINT, own)).code).toBe("BAD_USER_INPUT");
    await setting.admin.query(
      "update organizations.organization set alliance_code = '530381' where id = $1",
      [organizationId],
    );
    expect((await setting.call(setting.operator, APPOINT, input())).code).toBe("BAD_USER_INPUT");
  });
});

describe("endUnitSeat", () => {
  it("is for those who may enter it, once", async () => {
    const { bodyId, input } = await bodyAndSender();
    const since = { since: "2025-01-01" };
    const { data } = await setting.call(setting.operator, APPOINT, input(since));
    const { id } = data.appointUnitSeat.unitSeat;
    const end = async (viewer: Viewer, over: object = {}) =>
      await setting.call(viewer, END, { input: { id, reason: "换届", ...over } });
    expect((await end(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await end(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await end(setting.liaison(bodyId), { until: "2024-01-01" })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await end(setting.liaison(bodyId))).data.endUnitSeat.unitSeat).toEqual({
      until: TODAY,
      endReason: "换届",
    });
    expect((await end(setting.liaison(bodyId))).code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("an organisation's seats", () => {
  it("are those in it and those that it sends; the name is for the alliance, and nobody gains a right", async () => {
    const { bodyId, organizationId, input } = await bodyAndSender();
    const from = { since: "2025-01-01" };
    const { data } = await setting.call(setting.operator, APPOINT, input(from));
    const { id } = data.appointUnitSeat.unitSeat;
    const until = { id, reason: "换届", until: "2026-02-28" };
    await setting.call(setting.operator, END, { input: until });
    await setting.call(setting.operator, APPOINT, input());
    const read = async (viewer: Viewer, of: string, list: string) => {
      const key = { __typename: "Organization", id: of };
      const answer = await setting.entity(viewer, key, `{ ${list} { nodes { holderName role } } }`);
      return Object.values<{ nodes: object[] }>(answer.data)[0]?.nodes;
    };
    const seat = { holderName: "委员 017", role: "业委会委员" };
    const member = setting.liaison(await setting.organization());
    expect(await read(member, bodyId, "seatsIn")).toEqual([seat]);
    expect(await read(member, bodyId, "seatsIn(includeEnded: true)")).toEqual([seat, seat]);
    expect(await read(member, organizationId, "seatsFrom")).toEqual([seat]);
    expect(await read(member, organizationId, "seatsIn")).toEqual([]);
    for (const viewer of [ANONYMOUS, setting.stranger])
      expect(await read(viewer, bodyId, "seatsIn")).toEqual([{ ...seat, holderName: null }]);
  });
});
