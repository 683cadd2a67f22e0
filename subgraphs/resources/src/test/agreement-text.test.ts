import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting,
  DRAFT,
  PROPOSE,
  REVISE,
  createAgreementSetting,
  draftInput,
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

describe("drafting an agreement", () => {
  it.each(["a", "base", "secretary"] as const)(
    "is for parties and whoever runs the committee: %s",
    async (name) => {
      const drafted = await setting.call(people[name], DRAFT, { input: draftInput(setting) });
      expect(drafted.data.draftAgreement.agreement).toMatchObject({
        state: "DRAFT",
        version: 1,
        contentHash: null,
      });
    },
  );

  it.each([
    ["c", "FORBIDDEN"],
    ["stranger", "FORBIDDEN"],
    ["anonymous", "UNAUTHENTICATED"],
  ] as const)("is not for %s", async (name, code) => {
    expect((await setting.call(people[name], DRAFT, { input: draftInput(setting) })).code).toBe(
      code,
    );
  });

  it.each<[string, () => object, string]>([
    ["one party", () => ({ partyIds: [setting.units.a] }), "BAD_USER_INPUT"],
    [
      "the same party twice",
      () => ({ partyIds: [setting.units.a, setting.units.a] }),
      "BAD_USER_INPUT",
    ],
    [
      "21 parties",
      () => ({ partyIds: [setting.units.a, ...Array.from({ length: 20 }, () => randomUUID())] }),
      "BAD_USER_INPUT",
    ],
    [
      "a party that is no unit of the committee",
      () => ({ partyIds: [setting.units.a, setting.units.stranger] }),
      "BAD_USER_INPUT",
    ],
    ["an unknown party", () => ({ partyIds: [setting.units.a, randomUUID()] }), "NOT_FOUND"],
    ["a party that is no id", () => ({ partyIds: [setting.units.a, "unit"] }), "NOT_FOUND"],
    ["an unknown committee", () => ({ committeeId: randomUUID() }), "NOT_FOUND"],
    ["a committee that is no id", () => ({ committeeId: "committee" }), "NOT_FOUND"],
    ["an empty title", () => ({ title: "　" }), "BAD_USER_INPUT"],
    ["a title of 101 characters", () => ({ title: "共".repeat(101) }), "BAD_USER_INPUT"],
    ["a mobile number in the title", () => ({ title: "电话 13800138000" }), "BAD_USER_INPUT"],
    ["a term that ends when it begins", () => ({ termTo: "2026-01-01" }), "BAD_USER_INPUT"],
    [
      "a term that is over",
      () => ({ termFrom: "2025-01-01", termTo: "2026-02-28" }),
      "BAD_USER_INPUT",
    ],
    ["a day that does not exist", () => ({ termTo: "2026-02-30" }), "BAD_USER_INPUT"],
    [
      "51 commitments",
      () => ({
        commitments: Array.from({ length: 51 }, () => ({
          organizationId: setting.units.a,
          clause: "讲座",
        })),
      }),
      "BAD_USER_INPUT",
    ],
    [
      "a commitment of another unit",
      () => ({ commitments: [{ organizationId: setting.units.c, clause: "讲座" }] }),
      "BAD_USER_INPUT",
    ],
    [
      "a clause of 501 characters",
      () => ({ commitments: [{ organizationId: setting.units.a, clause: "讲".repeat(501) }] }),
      "BAD_USER_INPUT",
    ],
    [
      "no times a year",
      () => ({
        commitments: [{ organizationId: setting.units.a, clause: "讲座", timesPerYear: 0 }],
      }),
      "BAD_USER_INPUT",
    ],
    [
      "367 times a year",
      () => ({
        commitments: [{ organizationId: setting.units.a, clause: "讲座", timesPerYear: 367 }],
      }),
      "BAD_USER_INPUT",
    ],
    [
      "an unknown resource",
      () => ({
        commitments: [
          { organizationId: setting.units.a, clause: "讲座", resourceId: randomUUID() },
        ],
      }),
      "NOT_FOUND",
    ],
    [
      "a resource that is no id",
      () => ({
        commitments: [{ organizationId: setting.units.a, clause: "讲座", resourceId: "hall" }],
      }),
      "NOT_FOUND",
    ],
  ])("refuses %s", async (_what, over, code) => {
    expect((await setting.call(people.a, DRAFT, { input: draftInput(setting, over()) })).code).toBe(
      code,
    );
  });

  it("does the work of one idempotency key once", async () => {
    const input = draftInput(setting, { idempotencyKey: randomUUID() });
    const twice = [
      await setting.call(people.a, DRAFT, { input }),
      await setting.call(people.a, DRAFT, { input }),
    ];
    const [first, second] = twice.map(({ data }) => data.draftAgreement.agreement);
    expect(second).toEqual(first);
  });

  it("is hidden from all but its parties and whoever runs the committee, even if it is to be public", async () => {
    const input = draftInput(setting, { audience: "PUBLIC" });
    const { id } = (await setting.call(people.a, DRAFT, { input })).data.draftAgreement.agreement;
    for (const name of ["a", "b", "base", "secretary"] as const)
      expect(await stateOf(id, people[name])).toBe("DRAFT");
    for (const name of ["c", "stranger", "anonymous"] as const)
      expect(await stateOf(id, people[name])).toBeUndefined();
    await setting.call(people.a, PROPOSE, { input: { id } });
    expect(await stateOf(id, people.anonymous)).toBe("PROPOSED");
  });
});

describe("a commitment's resource", () => {
  it("must be one of the committed party's, and shows only to those who may see it", async () => {
    const { a } = setting.units;
    const share = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }`;
    const shared = await setting.call(people.a, share, {
      input: { providerId: a, title: "会议室", kind: "VENUE", audience: "PARTIES", publish: true },
    });
    const resourceId = shared.data.shareResource.resource.id;
    const commit = (organizationId: string) => ({
      commitments: [{ organizationId, clause: "开放会议室", resourceId }],
    });

    const wrong = await setting.call(people.a, DRAFT, {
      input: draftInput(setting, commit(setting.units.b)),
    });
    expect(wrong).toMatchObject({ code: "BAD_USER_INPUT" });
    const unseen = await setting.call(people.b, DRAFT, { input: draftInput(setting, commit(a)) });
    expect(unseen).toMatchObject({ code: "NOT_FOUND" });

    const drafted = await setting.call(people.a, DRAFT, { input: draftInput(setting, commit(a)) });
    const query = `{ agreement(id: "${drafted.data.draftAgreement.agreement.id}") { commitments { resource { id } } } }`;
    expect((await setting.call(people.a, query)).data.agreement.commitments).toEqual([
      { resource: { id: resourceId } },
    ]);
    expect((await setting.call(people.b, query)).data.agreement.commitments).toEqual([
      { resource: null },
    ]);
  });
});

describe("revising", () => {
  it("changes what is given, keeps the rest, and replaces the commitments", async () => {
    const { id } = (await setting.call(people.a, DRAFT, { input: draftInput(setting) })).data
      .draftAgreement.agreement;
    const commitments = [
      { organizationId: setting.units.b, clause: "上门义诊" },
      { organizationId: setting.units.a, clause: "讲座" },
    ];
    const revised = await setting.call(people.b, REVISE, {
      input: { id, title: "新标题", commitments, version: 1 },
    });
    expect(revised.code).toBeUndefined();
    const found = await setting.call(
      people.a,
      `{ agreement(id: "${id}") { title termTo commitments { clause } } }`,
    );
    expect(found.data.agreement).toEqual({
      title: "新标题",
      termTo: "2026-12-31",
      commitments: [{ clause: "上门义诊" }, { clause: "讲座" }],
    });
    const search = `{ agreements(filter: { text: "義診" }) { nodes { id } } }`;
    expect((await setting.call(people.a, search)).data.agreements.nodes).toContainEqual({ id });
  });

  it("replaces the parties and the audience of a draft; what is proposed then binds the new ones", async () => {
    const { a, c, base } = setting.units;
    const { id } = (await setting.call(people.a, DRAFT, { input: draftInput(setting) })).data
      .draftAgreement.agreement;
    const revised = await setting.call(people.b, REVISE, {
      input: { id, partyIds: [c, a, base], audience: "PUBLIC" },
    });
    // Whoever revises must stay a side of it.
    expect(revised.code).toBe("FORBIDDEN");
    const over = { id, partyIds: [c, a], audience: "PUBLIC" };
    expect((await setting.call(people.a, REVISE, { input: over })).code).toBeUndefined();
    const query = `{ agreement(id: "${id}") { audience parties { organization { id } } commitments { clause } } }`;
    expect((await setting.call(people.c, query)).data.agreement).toEqual({
      audience: "PUBLIC",
      parties: [{ organization: { id: c } }, { organization: { id: a } }],
      commitments: [{ clause: "每月开放会议室" }],
    });
    expect((await setting.call(people.b, query)).data.agreement).toBeNull();
    expect((await setting.call(people.a, PROPOSE, { input: { id } })).code).toBeUndefined();
    expect((await setting.call(people.b, query)).data.agreement).not.toBeNull();
  });

  it("refuses parties that are too few or no units, and commitments of whoever is none any more", async () => {
    const { a, b, base, stranger } = setting.units;
    const { id } = (await setting.call(people.a, DRAFT, { input: draftInput(setting) })).data
      .draftAgreement.agreement;
    const revise = async (partyIds: string[]) =>
      (await setting.call(setting.secretary, REVISE, { input: { id, partyIds } })).code;
    expect(await revise([a])).toBe("BAD_USER_INPUT");
    expect(await revise([a, stranger])).toBe("BAD_USER_INPUT");
    expect(await revise([b, base])).toBe("BAD_USER_INPUT");
    expect(await revise([a, b])).toBeUndefined();
  });

  it("refuses strangers, old versions, a turned-round term and a text that is proposed", async () => {
    const { id } = (await setting.call(people.a, DRAFT, { input: draftInput(setting) })).data
      .draftAgreement.agreement;
    const revise = (viewer: Viewer, over: object) =>
      setting.call(viewer, REVISE, { input: { id, ...over } });
    expect((await revise(people.c, { title: "新" })).code).toBe("NOT_FOUND");
    expect((await revise(people.anonymous, { title: "新" })).code).toBe("UNAUTHENTICATED");
    expect((await revise(people.a, { title: "新", version: 7 })).code).toBe("CONFLICT");
    expect((await revise(people.a, { termTo: "2025-12-31" })).code).toBe("BAD_USER_INPUT");
    await setting.call(people.a, PROPOSE, { input: { id } });
    expect((await revise(people.a, { title: "新" })).code).toBe("ILLEGAL_TRANSITION");
  });
});
