import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting,
  DRAFT,
  PROPOSE,
  REVISE,
  SIGN,
  TERMINATE,
  createAgreementSetting,
  draftInput,
} from "./agreement-setting.ts";
import {
  POST,
  PUBLISH,
  PUBLISH_NEED,
  UPDATE,
  WITHDRAW,
  WITHDRAW_NEED,
  shared,
} from "./resource-calls.ts";

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

async function figures(): Promise<unknown> {
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Report { venues resources needs agreements } } }`;
  const keys = ["445202", "445202001"].map((regionCode) => ({
    __typename: "Report",
    regionCode,
    from: "2026-03-01",
    to: "2026-03-01",
  }));
  return (await setting.call(ANONYMOUS, query, { keys })).data["_entities"];
}

const done = async (mutation: string, input: object, as = setting.people.a) => {
  const { data, message } = await setting.call(as, mutation, { input });
  if (message !== undefined) throw new Error(message);
  return Object.values<Record<string, { id: string }>>(data)[0] ?? {};
};

/** What may happen to a record of a kind, all of it; the last step leaves it as it ends. */
const LIVES = {
  resource: async (audience: string, steps: number) => {
    const id = await shared(setting, {
      audience,
      committeeId: setting.committeeId,
      publish: false,
    });
    if (steps > 0) await done(UPDATE, { id, title: "小会议室", capacity: 3 });
    if (steps > 1) await done(PUBLISH, { id });
    if (steps > 2) await done(WITHDRAW, { id, reason: "装修" });
  },
  need: async (audience: string, steps: number) => {
    const need = { title: "缺书", kind: "WISH", audience, committeeId: setting.committeeId };
    const made = await done(POST, { ...need, organizationId: setting.units.a, publish: false });
    const { id } = made["need"] ?? { id: "" };
    if (steps > 1) await done(PUBLISH_NEED, { id });
    if (steps > 2) await done(WITHDRAW_NEED, { id, reason: "已有" });
  },
  agreement: async (audience: string, steps: number) => {
    const { a, b, base } = setting.units;
    const made = await done(DRAFT, draftInput(setting, { audience }));
    const { id } = made["agreement"] ?? { id: "" };
    if (steps > 0) await done(REVISE, { id, title: "新协议" });
    if (steps > 1) {
      await done(PROPOSE, { id });
      for (const organizationId of [a, b, base])
        await done(SIGN, { id, organizationId }, setting.liaison(organizationId));
    }
    if (steps > 2) await done(TERMINATE, { id, reason: "到期前终止" });
  },
} as const;

/** Steps after which nobody but its own side may know of the record. */
const DRAFT_STEPS = 1;
const kinds = fc.constantFrom(...(Object.keys(LIVES) as (keyof typeof LIVES)[]));

it("no draft, and nothing that is shared with those named alone, moves a figure", async () => {
  const quiet = fc.oneof(
    fc.record({
      kind: kinds,
      audience: fc.constantFrom("PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"),
      steps: fc.nat(DRAFT_STEPS),
    }),
    fc.record({ kind: kinds, audience: fc.constant("PARTIES"), steps: fc.nat(3) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(quiet, { minLength: 1, maxLength: 4 }), async (records) => {
      const before = await figures();
      for (const { kind, audience, steps } of records) await LIVES[kind](audience, steps);
      expect(await figures()).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

it("what is published, or comes into force, for more than those named moves one", async () => {
  for (const kind of Object.keys(LIVES) as (keyof typeof LIVES)[]) {
    for (const audience of ["PUBLIC", "ALLIANCE", "COMMITTEE"]) {
      const before = await figures();
      await LIVES[kind](audience, 2);
      expect(await figures()).not.toEqual(before);
    }
  }
});
