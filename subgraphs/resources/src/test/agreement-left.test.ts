import { randomUUID } from "node:crypto";
import { PLACE } from "@alliance-hub/testing/street-committee";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting,
  DRAFT,
  PROPOSE,
  SIGN,
  TERMINATE,
  WITHDRAW,
  createAgreementSetting,
  draftInput,
  proposed,
} from "./agreement-setting.ts";
import { POST, PUBLISH, PUBLISH_NEED, shared } from "./resource-calls.ts";

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const leave = (...organizationIds: string[]) =>
  setting.admin.query(
    `update members.membership set left_on = '2026-03-01', leave_reason = '迁出'
     where committee_id = $1 and organization_id = any($2::uuid[]) and left_on is null`,
    [setting.committeeId, organizationIds],
  );
const join = (...organizationIds: string[]) =>
  setting.admin.query(
    `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
     select gen_random_uuid(), now(), now(), $1, unnest($2::uuid[]), '2026-03-01', $3, $4, $5
     on conflict do nothing`,
    [setting.committeeId, organizationIds, ...PLACE],
  );
beforeEach(async () => {
  await join(setting.units.a, setting.units.b, setting.units.c);
});

const sign = (id: string, organizationId: string) =>
  setting.call(setting.liaison(organizationId), SIGN, { input: { id, organizationId } });

describe("a party that has left the committee", () => {
  it("can no longer sign, and is told why and what to do", async () => {
    const { a, b } = setting.units;
    const id = await proposed(setting);
    await leave(a);
    const refused = await sign(id, a);
    expect(refused.code).toBe("ILLEGAL_TRANSITION");
    expect(refused.message).toContain("Party a has left");
    expect(refused.message).toMatch(/joinCommittee.*terminateAgreement/);
    // The others may still sign, but for the last signature.
    expect((await sign(id, b)).code).toBeUndefined();
  });

  it("does not come to be bound by the last signature of another", async () => {
    const { a, b, base } = setting.units;
    const id = await proposed(setting);
    await sign(id, a);
    await sign(id, b);
    await leave(a);
    const refused = await sign(id, base);
    expect(refused.code).toBe("ILLEGAL_TRANSITION");
    expect(refused.message).toContain("Party a has left");
    const { data } = await setting.call(
      setting.secretary,
      "query ($id: ID!) { agreement(id: $id) { state parties { signedAt } } }",
      { id },
    );
    expect(data.agreement.state).toBe("PROPOSED");
    expect(data.agreement.parties[2].signedAt).toBeNull();
    await join(a);
    expect((await sign(id, base)).data.signAgreement.agreement.state).toBe("ACTIVE");
  });

  it("cannot be proposed to; the agreement may still be terminated", async () => {
    const { a } = setting.units;
    const { data } = await setting.call(setting.secretary, DRAFT, { input: draftInput(setting) });
    const { id } = data.draftAgreement.agreement;
    await leave(a);
    const propose = await setting.call(setting.secretary, PROPOSE, { input: { id } });
    expect(propose.code).toBe("ILLEGAL_TRANSITION");
    expect(propose.message).toContain("Party a has left");
    await join(a);
    await setting.call(setting.secretary, PROPOSE, { input: { id } });
    await leave(a);
    const end = await setting.call(setting.secretary, TERMINATE, { input: { id, reason: "退出" } });
    expect(end.data.terminateAgreement.agreement.state).toBe("TERMINATED");
  });

  it("is never bound, whoever leaves and comes back between signatures", async () => {
    const { a, b, base } = setting.units;
    const parties = [a, b, base];
    const move = fc.record({ kind: fc.constantFrom("sign", "leave", "join"), at: fc.nat(1) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
        await join(a, b);
        const id = await proposed(setting);
        await sign(id, base);
        const members = new Set(parties);
        for (const { kind, at } of moves) {
          const unit = parties[at] ?? base;
          if (kind === "leave") {
            await leave(unit);
            members.delete(unit);
          } else if (kind === "join") {
            await join(unit);
            members.add(unit);
          } else {
            const { data, code } = await sign(id, unit);
            if (!members.has(unit)) expect(["ILLEGAL_TRANSITION", "CONFLICT"]).toContain(code);
            const state = data?.signAgreement?.agreement.state;
            if (state === "ACTIVE") expect(members.size).toBe(parties.length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a draft for the list of a committee that its unit has left", () => {
  it("is not published there", async () => {
    const { a } = setting.units;
    const { committeeId } = setting;
    const id = await shared(setting, { committeeId, publish: false });
    const need = { organizationId: a, title: "缺书", kind: "WISH", audience: "COMMITTEE" };
    const posted = await setting.call(setting.liaison(a), POST, {
      input: { ...need, committeeId, publish: false },
    });
    const needId = posted.data.postNeed.need.id;
    await leave(a);
    for (const [mutation, record] of [
      [PUBLISH, id],
      [PUBLISH_NEED, needId],
    ]) {
      const refused = await setting.call(setting.liaison(a), mutation, { input: { id: record } });
      expect(refused.code).toBe("ILLEGAL_TRANSITION");
      expect(refused.message).toContain("joinCommittee");
    }
    await join(a);
    const published = await setting.call(setting.liaison(a), PUBLISH, { input: { id } });
    expect(published.data.publishResource.resource.state).toBe("PUBLISHED");
  });
});

describe("a partner's key", () => {
  const key = (organizationId: string): Viewer => ({
    ...setting.liaison(organizationId),
    kind: "PARTNER",
    scopes: ["resources:read", "resources:write"],
  });

  it("drafts, and neither proposes, withdraws nor terminates", async () => {
    const { a } = setting.units;
    const { data } = await setting.call(key(a), DRAFT, { input: draftInput(setting) });
    const { id } = data.draftAgreement.agreement;
    const refused = async (mutation: string, over: object = {}) =>
      (await setting.call(key(a), mutation, { input: { id, ...over } })).code;
    expect(await refused(PROPOSE)).toBe("FORBIDDEN");
    const done = await setting.call(setting.liaison(a), PROPOSE, { input: { id } });
    expect(done.code).toBeUndefined();
    expect(await refused(WITHDRAW)).toBe("FORBIDDEN");
    expect(await refused(TERMINATE, { reason: "单位搬迁" })).toBe("FORBIDDEN");
    const unknown = await setting.call(key(a), TERMINATE, {
      input: { id: randomUUID(), reason: "单位搬迁" },
    });
    expect(unknown.code).toBe("NOT_FOUND");
  });
});
