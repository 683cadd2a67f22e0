import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  DISCARD_AGREEMENT,
  DRAFT,
  REVISE,
  createAgreementSetting as createSetting,
  draftInput,
  proposed,
} from "./agreement-setting.ts";
import {
  DISCARD,
  DISCARD_NEED,
  POST,
  PUBLISH,
  PUBLISH_NEED,
  SHARE,
  shareInput,
} from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const made = async (viewer: Viewer, mutation: string, input: object): Promise<string> => {
  const { data } = await setting.call(viewer, mutation, { input });
  const [payload] = Object.values<Record<string, { id: string }>>(data);
  return Object.values(payload ?? {})[0]?.id ?? "";
};
const discard = (viewer: Viewer, mutation: string, input: object) =>
  setting.call(viewer, mutation, { input });
const isThere = async (viewer: Viewer, noun: string, id: string): Promise<boolean> =>
  (await setting.call(viewer, `{ record: ${noun}(id: "${id}") { id } }`)).data.record !== null;

/** A draft of each noun that has them: who made it, who may not discard it, and how it stops being a draft. */
const NOUNS = [
  {
    noun: "need",
    mutation: DISCARD_NEED,
    draft: () =>
      made(setting.people.a, POST, {
        organizationId: setting.units.a,
        title: "缺书桌",
        kind: "WISH",
        audience: "PUBLIC",
      }),
    publish: (id: string) => setting.call(setting.people.a, PUBLISH_NEED, { input: { id } }),
    others: () => [setting.people.b, setting.secretary],
  },
  {
    noun: "resource",
    mutation: DISCARD,
    draft: () =>
      made(setting.people.a, SHARE, shareInput(setting, { publish: false, audience: "PUBLIC" })),
    publish: (id: string) => setting.call(setting.people.a, PUBLISH, { input: { id } }),
    others: () => [setting.people.b, setting.secretary],
  },
  {
    noun: "agreement",
    mutation: DISCARD_AGREEMENT,
    draft: () => made(setting.people.a, DRAFT, draftInput(setting, { audience: "PUBLIC" })),
    publish: (id: string) =>
      setting.call(
        setting.people.a,
        "mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { agreement { id } } }",
        { input: { id } },
      ),
    others: () => [setting.people.c, setting.people.stranger],
  },
];

describe.each(NOUNS)("a draft: $noun", ({ noun, mutation, draft, publish, others }) => {
  it("is discarded for good by whoever may change it, once, whatever is sent again", async () => {
    const { a } = setting.people;
    const id = await draft();
    expect((await discard(a, mutation, { id, version: 7 })).code).toBe("CONFLICT");
    expect(await isThere(a, noun, id)).toBe(true);
    const once = { id, version: 1, idempotencyKey: randomUUID() };
    for (const _ of [1, 2]) {
      const { code, data } = await discard(a, mutation, once);
      expect([code, Object.values(data)]).toEqual([undefined, [{ id }]]);
    }
    expect(await isThere(a, noun, id)).toBe(false);
    expect((await discard(a, mutation, { id })).code).toBe("NOT_FOUND");
    expect((await publish(id)).code).toBe("NOT_FOUND");
    const { rows } = await setting.admin.query(
      "select action, details from audit.entry where record_id = $1 and action like 'discard%'",
      [id],
    );
    expect(rows).toEqual([
      {
        action: `discard${noun.charAt(0).toUpperCase()}${noun.slice(1)}`,
        details: expect.anything(),
      },
    ]);
  });

  it("is not for others", async () => {
    const id = await draft();
    for (const other of others())
      expect((await discard(other, mutation, { id })).code).toBe("NOT_FOUND");
    for (const viewer of [setting.people.a, setting.secretary])
      expect((await discard(viewer, mutation, { id: randomUUID() })).code).toBe("NOT_FOUND");
    expect((await discard(ANONYMOUS, mutation, { id })).code).not.toBeUndefined();
    expect(await isThere(setting.people.a, noun, id)).toBe(true);
  });

  it("that others have been shown is one no longer", async () => {
    const id = await draft();
    await publish(id);
    const { code, message } = await discard(setting.people.a, mutation, { id });
    expect([code, message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("cannot become a discarded draft"),
    ]);
    for (const other of others())
      expect((await discard(other, mutation, { id })).code).toBe("FORBIDDEN");
    expect((await discard(ANONYMOUS, mutation, { id })).code).toBe("UNAUTHENTICATED");
    expect(await isThere(setting.people.a, noun, id)).toBe(true);
  });
});

describe("a draft of an agreement", () => {
  it("is discarded by each of its parties and whoever runs the committee, also once it was withdrawn", async () => {
    const { people } = setting;
    for (const viewer of [people.b, people.secretary]) {
      const id = await proposed(setting);
      await setting.call(
        people.a,
        "mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { agreement { id } } }",
        { input: { id } },
      );
      expect((await discard(viewer, DISCARD_AGREEMENT, { id })).code).toBeUndefined();
      for (const table of ["agreement_party", "commitment"]) {
        const left = await setting.admin.query(
          `select from resources.${table} where agreement_id = $1`,
          [id],
        );
        expect([table, left.rowCount]).toEqual([table, 0]);
      }
    }
  });

  it("keeps the draft of a resource that a commitment names, until it names it no more", async () => {
    const { people, units } = setting;
    const resourceId = await made(people.a, SHARE, shareInput(setting, { publish: false }));
    const commitments = [{ organizationId: units.a, clause: "每月开放会议室", resourceId }];
    const id = await made(people.a, DRAFT, draftInput(setting, { commitments }));
    const { code, message } = await discard(people.a, DISCARD, { id: resourceId });
    expect([code, message]).toEqual(["BAD_USER_INPUT", expect.stringContaining("commitment")]);
    await setting.call(people.a, REVISE, { input: { id, commitments: [] } });
    expect((await discard(people.a, DISCARD, { id: resourceId })).code).toBeUndefined();
  });
});
