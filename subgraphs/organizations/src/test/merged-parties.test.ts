import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import { mergersOn } from "./merging.ts";
import {
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
let committeeId: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
  committeeId = await setting.committee("STREET", at.street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { unit, merge, preview, rowsOf } = mergersOn(
  () => setting,
  () => at,
);

describe("a merger of parties of an agreement", () => {
  it.each(["DRAFT", "PROPOSED"])(
    "is refused while a %s agreement is between the two, and says so before",
    async (state) => {
      const [from, into] = [await unit(), await unit()];
      await records.agreement(committeeId, [from, into], { state });
      const { data } = await preview(setting.operator, from, into);
      expect(data.organizationMerge.warnings).toEqual([
        expect.objectContaining({ noun: "Agreement", blocks: true }),
      ]);
      const before = await leftBehind(setting);
      expect(await merge(setting.operator, from, into)).toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining("Terminate"),
      });
      expect(await leftBehind(setting)).toEqual(before);
    },
  );

  it.each([
    ["in force", "2099-12-31"],
    ["over", "2021-01-01"],
  ])(
    "keeps both in an agreement that both have signed and that is %s; the one that is left keeps all promises",
    async (_when, term_to) => {
      const [from, into] = [await unit(), await unit()];
      const over = { state: "ACTIVE", term_from: "2020-01-01", term_to };
      const id = await records.agreement(committeeId, [from, into], over);
      const { data } = await preview(setting.operator, from, into);
      for (const warning of data.organizationMerge.warnings)
        expect(warning).toMatchObject({ noun: "Agreement", recordId: id, blocks: false });
      expect((await merge(setting.operator, from, into)).message).toBeUndefined();
      expect(await rowsOf("select party_ids from resources.agreement where id = $1", id)).toEqual([
        { party_ids: [from, into] },
      ]);
      expect(
        await rowsOf(
          "select organization_id, text_organization_id from resources.commitment where agreement_id = $1",
          id,
        ),
      ).toEqual([{ organization_id: into, text_organization_id: from }]);
    },
  );

  it("keeps texts and signatures: hand-written SQL changes a party to nothing but what it was merged into", async () => {
    const [from, into, other] = [await unit(), await unit(), await unit()];
    const id = await records.agreement(committeeId, [from, other], { state: "ACTIVE" });
    await expect(
      setting.admin.query(
        "update resources.agreement_party set organization_id = $2 where agreement_id = $1 and organization_id = $3",
        [id, into, from],
      ),
    ).rejects.toMatchObject({ constraint: "agreement_kept" });
    await merge(setting.operator, from, into);
    for (const change of [
      "update resources.agreement_party set text_organization_id = organization_id where agreement_id = $1",
      "update resources.commitment set text_organization_id = organization_id where agreement_id = $1",
      "update resources.agreement set party_ids = array[party_ids[2], party_ids[1]] where id = $1",
    ])
      await expect(setting.admin.query(change, [id])).rejects.toMatchObject({
        constraint: "agreement_kept",
      });
    expect(
      await rowsOf(
        "select text_organization_id, signed_hash = content_hash as signed from resources.agreement_party join resources.agreement on agreement.id = agreement_id where agreement_id = $1 order by position",
        id,
      ),
    ).toEqual([
      { text_organization_id: from, signed: true },
      { text_organization_id: null, signed: true },
    ]);
  });
});
