import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import { mergersOn } from "./merging.ts";
import {
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";

let setting: OrganizationsSetting;
let at: Ground;
let committeeId: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  committeeId = await setting.committee("STREET", at.street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { unit, merge, preview } = mergersOn(
  () => setting,
  () => at,
);

describe("who merges organisations", () => {
  it("is an operator of both places, and so is whoever sees what it would do", async () => {
    const elsewhere = await setting.place("STREET", at.district);
    const from = await unit();
    const into = await setting.organization(elsewhere);
    const before = await leftBehind(setting);
    for (const ask of [merge, preview])
      expect((await ask(ANONYMOUS, from, into)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      operatorOf(at.street),
      operatorOf(elsewhere),
      liaisonOf(from, into),
      secretaryOf(committeeId),
      auditorOf(at.district),
      partnerOf(into, "organizations:read", "organizations:write"),
    ])
      for (const ask of [merge, preview])
        expect((await ask(viewer, from, into)).code).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
    expect((await preview(operatorOf(at.district), from, into)).message).toBeUndefined();
    expect((await merge(operatorOf(at.street, elsewhere), from, into)).message).toBeUndefined();
  });
});

describe("mergeOrganizations", () => {
  it("refuses what is none: itself, another alliance, one that has ended, one that nobody knows", async () => {
    const [from, into] = [await unit(), await unit()];
    const stranger = await setting.organization(await setting.place("DISTRICT"));
    expect((await merge(setting.operator, from, from)).code).toBe("BAD_USER_INPUT");
    expect((await merge(setting.operator, from, stranger)).code).toBe("BAD_USER_INPUT");
    expect((await merge(setting.operator, randomUUID(), into)).code).toBe("NOT_FOUND");
    expect((await merge(setting.operator, from, randomUUID())).code).toBe("NOT_FOUND");
    expect((await merge(setting.operator, from, into, { reason: "" })).code).toBe("BAD_USER_INPUT");
    expect((await merge(setting.operator, from, into, { version: 4 })).code).toBe("CONFLICT");
    const endIt =
      "mutation ($input: EndOrganizationInput!) { endOrganization(input: $input) { organization { id } } }";
    await setting.send(setting.operator, endIt, { id: into, reason: "撤销" });
    expect((await merge(setting.operator, from, into)).code).toBe("BAD_USER_INPUT");
    // One that has ended turns out to have been merged.
    expect((await merge(setting.operator, into, from)).message).toBeUndefined();
    expect((await merge(setting.operator, into, from)).code).toBe("ILLEGAL_TRANSITION");
  });
});
