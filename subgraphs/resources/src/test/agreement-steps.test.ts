import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting,
  DRAFT,
  PROPOSE,
  RECORD,
  SIGN,
  TERMINATE,
  WITHDRAW,
  createAgreementSetting,
  draftInput,
  proposed,
} from "./agreement-setting.ts";

let setting: AgreementSetting;
let people: AgreementSetting["people"];

beforeAll(async () => {
  setting = await createAgreementSetting();
  people = setting.people;
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const stateOf = async (id: string, viewer: Viewer = people.a): Promise<string | undefined> =>
  (await setting.call(viewer, `{ agreement(id: "${id}") { state } }`)).data.agreement?.state;
const sign = (viewer: Viewer, id: string, organizationId: string) =>
  setting.call(viewer, SIGN, { input: { id, organizationId } });
const signAll = async (id: string): Promise<void> => {
  const { a, b, base } = setting.units;
  for (const unit of [a, b, base]) await sign(setting.liaison(unit), id, unit);
};

describe("the way of an agreement", () => {
  it("is signed by each party once and is active with the last", async () => {
    const { a, b, base } = setting.units;
    const id = await proposed(setting);
    expect((await sign(people.a, id, a)).data.signAgreement.agreement.state).toBe("PROPOSED");
    expect((await sign(people.a, id, a)).code).toBe("CONFLICT");
    expect((await sign(people.b, id, b)).data.signAgreement.agreement.state).toBe("PROPOSED");
    const last = (await sign(people.base, id, base)).data.signAgreement.agreement;
    expect(last).toMatchObject({ state: "ACTIVE", activatedAt: "2026-03-01T04:00:00.000Z" });
    expect((await sign(people.base, id, base)).code).toBe("CONFLICT");
  });

  it("is listed as waiting for each party until it has signed", async () => {
    const { a, b, c } = setting.units;
    const id = await proposed(setting);
    const waitsFor = async (unit: string): Promise<boolean> => {
      const query = `{ agreements(first: 100, filter: { awaitingSignatureOf: "${unit}" }) { nodes { id } } }`;
      const { nodes } = (await setting.call(people.a, query)).data.agreements;
      return nodes.some((node: { id: string }) => node.id === id);
    };
    expect([await waitsFor(a), await waitsFor(b), await waitsFor(c)]).toEqual([true, true, false]);
    await sign(people.a, id, a);
    expect([await waitsFor(a), await waitsFor(b)]).toEqual([false, true]);
    await setting.call(people.a, TERMINATE, { input: { id, reason: "单位搬迁" } });
    expect([await waitsFor(b), await waitsFor(randomUUID())]).toEqual([false, false]);
  });

  it("takes no signature of those who are no party, for others, or before it is proposed", async () => {
    const { a, b, c } = setting.units;
    const id = await proposed(setting);
    expect((await sign(people.c, id, c)).code).toBe("FORBIDDEN");
    expect((await sign(people.a, id, b)).code).toBe("FORBIDDEN");
    expect((await sign(people.secretary, id, a)).code).toBe("FORBIDDEN");
    expect((await sign(people.anonymous, id, a)).code).toBe("UNAUTHENTICATED");
    const scopes = ["resources:read", "resources:write"];
    expect((await sign({ ...people.a, kind: "PARTNER", scopes }, id, a)).code).toBe("FORBIDDEN");
    expect((await sign({ ...people.a, organizationIds: [a, c] }, id, c)).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await sign(people.a, "agreement", a)).code).toBe("NOT_FOUND");
    const { id: draft } = (await setting.call(people.a, DRAFT, { input: draftInput(setting) })).data
      .draftAgreement.agreement;
    expect((await sign(people.a, draft, a)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("goes back to a draft only while nobody has signed", async () => {
    const id = await proposed(setting);
    expect((await setting.call(people.c, WITHDRAW, { input: { id } })).code).toBe("FORBIDDEN");
    const back = await setting.call(people.b, WITHDRAW, { input: { id } });
    expect(back.data.withdrawProposal.agreement).toMatchObject({
      state: "DRAFT",
      contentHash: null,
    });
    expect((await setting.call(people.c, PROPOSE, { input: { id } })).code).toBe("NOT_FOUND");
    await setting.call(people.b, PROPOSE, { input: { id } });
    await sign(people.a, id, setting.units.a);
    expect((await setting.call(people.b, WITHDRAW, { input: { id } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });

  it("ends by termination, with a reason, from PROPOSED and ACTIVE", async () => {
    const terminate = (viewer: Viewer, id: string, reason = "单位搬迁") =>
      setting.call(viewer, TERMINATE, { input: { id, reason } });
    const proposal = await proposed(setting);
    expect((await terminate(people.c, proposal)).code).toBe("FORBIDDEN");
    expect((await terminate(people.a, proposal, " ")).code).toBe("BAD_USER_INPUT");
    expect((await terminate(people.a, proposal)).data.terminateAgreement.agreement.state).toBe(
      "TERMINATED",
    );
    expect((await terminate(people.a, proposal)).code).toBe("ILLEGAL_TRANSITION");
    const active = await proposed(setting);
    await signAll(active);
    expect(
      (await terminate(people.secretary, active)).data.terminateAgreement.agreement.state,
    ).toBe("TERMINATED");
  });

  it("expires by itself after the last day of the term in Shanghai", async () => {
    const id = await proposed(setting);
    await signAll(id);
    setting.clock.now = new Date("2026-12-31T15:59:59Z");
    expect(await stateOf(id)).toBe("ACTIVE");
    setting.clock.now = new Date("2026-12-31T16:00:00Z");
    expect(await stateOf(id)).toBe("EXPIRED");
    expect((await setting.call(people.a, TERMINATE, { input: { id, reason: "期满" } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    const unsigned = await proposed(setting, { termFrom: "2027-01-01", termTo: "2027-02-01" });
    setting.clock.now = new Date("2027-02-02T00:00:00Z");
    expect((await sign(people.a, unsigned, setting.units.a)).code).toBe("BAD_USER_INPUT");
  });
});

describe("recording what was kept", () => {
  it("is for the parties, once the agreement is in force", async () => {
    const id = await proposed(setting);
    const query = `{ agreement(id: "${id}") { commitments { id } } }`;
    const commitmentId = (await setting.call(people.a, query)).data.agreement.commitments[0].id;
    const record = (viewer: Viewer, times: number) =>
      setting.call(viewer, RECORD, { input: { commitmentId, times } });
    expect((await record(people.a, 1)).code).toBe("ILLEGAL_TRANSITION");
    await signAll(id);
    expect((await record(people.b, 3)).data.recordFulfilment.commitment).toEqual({
      id: commitmentId,
      fulfilled: 3,
      version: 2,
    });
    expect((await record(people.c, 1)).code).toBe("FORBIDDEN");
    expect((await record(people.secretary, 1)).code).toBe("FORBIDDEN");
    expect((await record(people.anonymous, 1)).code).toBe("UNAUTHENTICATED");
    expect((await record(people.a, -1)).code).toBe("BAD_USER_INPUT");
    expect((await record(people.a, 100_001)).code).toBe("BAD_USER_INPUT");
    const stale = await setting.call(people.a, RECORD, {
      input: { commitmentId, times: 4, version: 1 },
    });
    expect(stale.code).toBe("CONFLICT");
    expect(
      (await setting.call(people.a, RECORD, { input: { commitmentId: "one", times: 1 } })).code,
    ).toBe("NOT_FOUND");
  });
});

const report = (regionCode: string, from: string, to: string) => ({
  __typename: "Report",
  regionCode,
  from,
  to,
});

describe("the report", () => {
  it("counts what came into force on the days asked for, in Shanghai, whatever became of it", async () => {
    const id = await proposed(setting);
    setting.clock.now = new Date("2026-05-04T16:30:00Z");
    await signAll(id);
    await setting.call(people.a, TERMINATE, { input: { id, reason: "单位搬迁" } });
    await proposed(setting);
    const query = `query ($keys: [_Any!]!) { shares: _entities(representations: $keys) { ... on Report { agreements } } }`;
    const keys = [
      report("445202", "2026-05-05", "2026-05-05"),
      report("445202001", "2026-05-01", "2026-05-31"),
      report("445202", "2026-05-04", "2026-05-04"),
      report("445202", "2026-05-06", "2026-06-01"),
      report("530381", "2026-05-05", "2026-05-05"),
    ];
    const { data } = await setting.call(people.anonymous, query, { keys });
    expect(data.shares.map((share: { agreements: number }) => share.agreements)).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });
});
