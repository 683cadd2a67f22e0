import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CommitteeSetting,
  DISTRICT,
  type MembersSetting,
  createMembersSetting,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const REGISTER =
  "mutation ($input: RegisterWithCommunityInput!) { registerWithCommunity(input: $input) { registration { id state headcount version } } }";
const ACCEPT =
  "mutation ($input: AcceptRegistrationInput!) { acceptRegistration(input: $input) { registration { id state acceptedAt responsible } } }";
const RETURN =
  "mutation ($input: ReturnRegistrationInput!) { returnRegistration(input: $input) { registration { id state returnedAt returnReason } } }";

const END =
  "mutation ($input: EndRegistrationInput!) { endRegistration(input: $input) { registration { id state endedAt endReason acceptedAt } } }";

const register = async (committee: CommitteeSetting, unit: string): Promise<string> => {
  const input = { organizationId: unit, communityCode: committee.communityCode, headcount: 5 };
  const { data } = await setting.call(setting.liaison(unit), REGISTER, { input });
  return data.registerWithCommunity.registration.id;
};

describe("registerWithCommunity", () => {
  it("is for the unit's liaison, nobody else", async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    const input = { organizationId: unit, communityCode: committee.communityCode, headcount: 5 };
    const attempt = async (viewer: Viewer) =>
      (await setting.call(viewer, REGISTER, { input })).code;
    expect(await attempt(ANONYMOUS)).toBe("UNAUTHENTICATED");
    for (const viewer of [
      committee.secretary,
      setting.operator,
      setting.stranger,
      setting.liaison(committee.base),
    ]) {
      expect(await attempt(viewer)).toBe("FORBIDDEN");
    }
    expect(await attempt(setting.liaison(unit))).toBeUndefined();
    expect(await attempt(setting.liaison(unit))).toBe("CONFLICT");
  });

  it("stays within the alliance", async () => {
    const unit = await setting.organization();
    await setting.admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ('K-elsewhere', '社区', 'COMMUNITY', array[null, null, '530381', null, 'K-elsewhere', null], '530381', now(), now())`,
    );
    const { code, message } = await setting.call(setting.liaison(unit), REGISTER, {
      input: { organizationId: unit, communityCode: "K-elsewhere", headcount: 5 },
    });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("530381");
  });

  it.each([
    ["an unknown community", { communityCode: "999" }, "NOT_FOUND"],
    ["a district", { communityCode: DISTRICT }, "BAD_USER_INPUT"],
    ["nobody", { headcount: 0 }, "BAD_USER_INPUT"],
    ["too many", { headcount: 1_000_001 }, "BAD_USER_INPUT"],
    ["an unknown unit", { organizationId: randomUUID() }, "NOT_FOUND"],
    ["a unit id that is none", { organizationId: "x" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    const input = {
      organizationId: unit,
      communityCode: committee.communityCode,
      headcount: 5,
      ...over,
    };
    expect((await setting.call(setting.liaison(unit), REGISTER, { input })).code).toBe(code);
  });
});

describe("the community's answer", () => {
  it("is for whoever runs its committee and for operators; others are refused or told nothing", async () => {
    const committee = await setting.committee();
    const { secretary: neighbour } = await setting.committee();
    const unit = await setting.organization();
    const id = await register(committee, unit);
    const accept = async (viewer: Viewer, over: object = {}) =>
      await setting.call(viewer, ACCEPT, { input: { id, ...over } });
    expect((await accept(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [setting.stranger, neighbour])
      expect((await accept(viewer)).code).toBe("NOT_FOUND");
    expect((await accept(setting.liaison(unit))).code).toBe("FORBIDDEN");
    expect((await accept(committee.secretary, { id: "x" })).code).toBe("NOT_FOUND");
    expect((await accept(committee.secretary, { version: 3 })).code).toBe("CONFLICT");
    const accepted = await accept(committee.secretary, { responsible: true });
    expect(accepted.data.acceptRegistration.registration).toMatchObject({
      state: "ACCEPTED",
      responsible: true,
    });
    expect((await accept(setting.operator)).code).toBe("ILLEGAL_TRANSITION");
    // Accepted ones are public: now the answer to a stranger may say more.
    expect((await accept(setting.stranger)).code).toBe("FORBIDDEN");
  });

  it("may be to send it back, with a reason; the unit registers anew", async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    const id = await register(committee, unit);
    const back = async (viewer: Viewer, reason = "人数有误") =>
      await setting.call(viewer, RETURN, { input: { id, reason } });
    expect((await back(setting.stranger)).code).toBe("NOT_FOUND");
    expect((await back(setting.liaison(unit))).code).toBe("FORBIDDEN");
    expect((await back(committee.secretary, "")).code).toBe("BAD_USER_INPUT");
    expect((await back(committee.secretary, "因".repeat(10_000))).code).toBe("BAD_USER_INPUT");
    expect((await back(committee.secretary)).data.returnRegistration.registration).toMatchObject({
      state: "RETURNED",
      returnReason: "人数有误",
    });
    expect((await setting.call(committee.secretary, ACCEPT, { input: { id } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    await register(committee, unit);
  });

  it("is one, however many are given at the same moment", async () => {
    const committee = await setting.committee();
    const id = await register(committee, await setting.organization());
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () =>
        setting.call(committee.secretary, ACCEPT, { input: { id } }),
      ),
      ...Array.from({ length: 4 }, () =>
        setting.call(committee.secretary, RETURN, { input: { id, reason: "人数有误" } }),
      ),
    ]);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "ILLEGAL_TRANSITION")).toHaveLength(7);
  });
});

describe("endRegistration", () => {
  const reason = "单位迁出本社区";
  const accepted = async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    const id = await register(committee, unit);
    await setting.call(committee.secretary, ACCEPT, { input: { id } });
    return { committee, unit, id };
  };

  it("is for the unit, whoever runs the community's committee and operators, nobody else", async () => {
    const ways = [
      ({ committee }: { committee: CommitteeSetting }) => committee.secretary,
      ({ unit }: { unit: string }) => setting.liaison(unit),
      () => setting.operator,
    ];
    for (const way of ways) {
      const { committee, unit, id } = await accepted();
      const end = async (viewer: Viewer, over: object = {}) =>
        await setting.call(viewer, END, { input: { id, reason, ...over } });
      expect((await end(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
      expect((await end(setting.stranger)).code).toBe("FORBIDDEN");
      expect((await end(setting.operator, { reason: "" })).code).toBe("BAD_USER_INPUT");
      expect((await end(setting.operator, { version: 1 })).code).toBe("CONFLICT");
      expect((await end(setting.operator, { id: "x" })).code).toBe("NOT_FOUND");
      const ended = (await end(way({ committee, unit }))).data.endRegistration.registration;
      expect(ended).toMatchObject({ state: "ENDED", endReason: reason });
      expect(ended.endedAt).not.toBeNull();
      expect(ended.acceptedAt).not.toBeNull();
      expect((await end(setting.operator)).code).toBe("ILLEGAL_TRANSITION");
      // Everybody still finds it.
      const found = await setting.call(
        ANONYMOUS,
        "query ($unit: ID!) { registrations(filter: { organizationId: $unit }) { nodes { id state } } }",
        { unit },
      );
      expect(found.data.registrations.nodes).toEqual([{ id, state: "ENDED" }]);
      // The unit can come again.
      await register(committee, unit);
    }
  });

  it("is for what was accepted: what waits is answered", async () => {
    const committee = await setting.committee();
    const id = await register(committee, await setting.organization());
    expect((await setting.call(setting.operator, END, { input: { id, reason } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });
});
