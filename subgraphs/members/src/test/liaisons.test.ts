import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MembersSetting, createMembersSetting, memberUnit } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const NAME =
  "mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id name subject organization { id } } } }";
const END =
  "mutation ($input: EndLiaisonInput!) { endLiaison(input: $input) { liaison { id endedAt } } }";

describe("nameLiaison", () => {
  it("is for operators and the unit's own liaisons, not even for whoever runs its committee", async () => {
    const committee = await setting.committee();
    const { secretary: neighbour } = await setting.committee();
    const { id: organizationId } = await memberUnit(setting, committee);
    const name = (viewer: typeof ANONYMOUS) =>
      setting.call(viewer, NAME, {
        input: { organizationId, subject: randomUUID(), name: "联络员" },
      });
    expect((await name(setting.liaison(organizationId))).data.nameLiaison.liaison).toMatchObject({
      name: "联络员",
      organization: { id: organizationId },
    });
    expect((await name(setting.operator)).code).toBeUndefined();
    expect((await name(committee.secretary)).code).toBe("FORBIDDEN");
    expect((await name(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await name(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await name(neighbour)).code).toBe("FORBIDDEN");
    const partner = { ...setting.liaison(organizationId), kind: "PARTNER" } as const;
    const scopes = ["members:read", "members:write"];
    expect((await name({ ...partner, scopes })).code).toBe("FORBIDDEN");
  });

  it("refuses a second time, unknown units and bad texts", async () => {
    const input = {
      organizationId: await setting.organization(),
      subject: "somebody",
      name: "联络员",
    };
    const name = async (over: object = {}) =>
      (await setting.call(setting.operator, NAME, { input: { ...input, ...over } })).code;
    expect(await name()).toBeUndefined();
    expect(await name()).toBe("CONFLICT");
    expect(await name({ organizationId: randomUUID() })).toBe("NOT_FOUND");
    expect(await name({ organizationId: "x" })).toBe("NOT_FOUND");
    expect(await name({ subject: "another", name: "" })).toBe("BAD_USER_INPUT");
    expect(await name({ subject: "another", name: "名".repeat(10_000) })).toBe("BAD_USER_INPUT");
    expect(await name({ subject: "" })).toBe("BAD_USER_INPUT");
  });
});

describe("endLiaison", () => {
  it("is for those who name; who may not know of the liaison is told nothing", async () => {
    const committee = await setting.committee();
    const { id: organizationId } = await memberUnit(setting, committee);
    const subject = randomUUID();
    const { data } = await setting.call(setting.operator, NAME, {
      input: { organizationId, subject, name: "联络员" },
    });
    const end = async (viewer: typeof ANONYMOUS, id: string = data.nameLiaison.liaison.id) =>
      (await setting.call(viewer, END, { input: { id } })).code;
    expect(await end(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await end(setting.stranger)).toBe("NOT_FOUND");
    expect(await end(committee.secretary)).toBe("FORBIDDEN");
    expect(await end(setting.operator, "x")).toBe("NOT_FOUND");
    expect(await end(setting.liaison(organizationId))).toBeUndefined();
    expect(await end(setting.operator)).toBe("ILLEGAL_TRANSITION");
    const acting = await setting.admin.query("select from directory.liaison where subject = $1", [
      subject,
    ]);
    expect(acting.rowCount).toBe(0);
  });
});
