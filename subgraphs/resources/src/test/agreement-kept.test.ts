import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting,
  DRAFT,
  SIGN,
  TERMINATE,
  createAgreementSetting,
  draftInput,
  proposed,
} from "./agreement-setting.ts";

/** What PostgreSQL keeps by itself, whoever writes the statement; here the owner of the server does. */
let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const sign = (id: string, unit: string) =>
  setting.call(setting.liaison(unit), SIGN, { input: { id, organizationId: unit } });
const sql = (statement: string, ...values: unknown[]) => setting.admin.query(statement, values);
const refused = (statement: string, ...values: unknown[]) =>
  expect(sql(statement, ...values)).rejects.toMatchObject({ code: "23514" });
const signatures = async (id: string): Promise<number> =>
  (
    await sql(
      "select from resources.agreement_party where agreement_id = $1 and signed_at is not null",
      id,
    )
  ).rowCount ?? 0;

describe("a proposed agreement", () => {
  let id: string;
  beforeAll(async () => {
    id = await proposed(setting);
    await sign(id, setting.units.a);
  });

  it.each([
    "update resources.agreement set title = 'another' where id = $1",
    "update resources.agreement set term_from = term_from - 1 where id = $1",
    "update resources.agreement set term_to = term_to + 1 where id = $1",
    "update resources.agreement set committee_id = gen_random_uuid() where id = $1",
    "update resources.agreement set party_ids = party_ids[1:2] where id = $1",
    "update resources.agreement set content_hash = repeat('0', 64) where id = $1",
    "update resources.agreement set state = 'DRAFT', content_hash = null, proposed_at = null where id = $1",
    "update resources.agreement set state = 'ACTIVE', activated_at = now() where id = $1",
    "delete from resources.agreement where id = $1",
    "delete from resources.agreement_party where agreement_id = $1",
    "insert into resources.agreement_party values ($1, gen_random_uuid(), 9)",
    "update resources.agreement_party set position = position + 10 where agreement_id = $1",
    "update resources.agreement_party set signed_at = null, signed_by = null, signed_hash = null where agreement_id = $1 and signed_at is not null",
    "update resources.agreement_party set signed_at = now() where agreement_id = $1 and signed_at is not null",
    "update resources.agreement_party set signed_at = now(), signed_by = 'x', signed_hash = repeat('0', 64) where agreement_id = $1 and signed_at is null",
    "update resources.agreement_party set signed_at = now() where agreement_id = $1 and signed_at is null",
    "update resources.commitment set clause = 'another' where agreement_id = $1",
    "update resources.commitment set times_per_year = 1 where agreement_id = $1",
    "update resources.commitment set resource_id = gen_random_uuid() where agreement_id = $1",
    "delete from resources.commitment where agreement_id = $1",
    `insert into resources.commitment (id, created_at, updated_at, agreement_id, organization_id, position, clause)
     select gen_random_uuid(), now(), now(), agreement_id, organization_id, 9, 'more' from resources.agreement_party where agreement_id = $1 limit 1`,
  ])("refuses: %s", async (statement) => {
    await refused(statement, id);
    expect(await signatures(id)).toBe(1);
  });

  it("lets its fulfilment, and nothing else of a commitment, change", async () => {
    const changed = await sql(
      "update resources.commitment set fulfilled = 5 where agreement_id = $1",
      id,
    );
    expect(changed.rowCount).toBe(1);
  });

  it("begins as a draft, unsigned", async () => {
    await refused(
      `insert into resources.agreement select (jsonb_populate_record(agreement, jsonb_build_object('id', gen_random_uuid()))).* from resources.agreement where id = $1`,
      id,
    );
  });

  it("cannot move a commitment into another agreement, nor out of one", async () => {
    const drafted = await setting.call(setting.secretary, DRAFT, { input: draftInput(setting) });
    const draft = drafted.data.draftAgreement.agreement.id;
    await refused(
      "update resources.commitment set agreement_id = $2, position = 9 where agreement_id = $1",
      draft,
      id,
    );
    await refused(
      "update resources.commitment set agreement_id = $2, position = 9 where agreement_id = $1",
      id,
      draft,
    );
  });
});

describe("a draft", () => {
  it("takes commitments of its parties only", async () => {
    const drafted = await setting.call(setting.secretary, DRAFT, { input: draftInput(setting) });
    const { id } = drafted.data.draftAgreement.agreement;
    const insert = `insert into resources.commitment (id, created_at, updated_at, agreement_id, organization_id, position, clause)
      values (gen_random_uuid(), now(), now(), $1, $2, 9, 'more')`;
    await expect(sql(insert, id, setting.units.c)).rejects.toMatchObject({ code: "23503" });
    expect((await sql(insert, id, setting.units.b)).rowCount).toBe(1);
  });

  it("cannot be proposed with other parties than it lists", async () => {
    const drafted = await setting.call(setting.secretary, DRAFT, {
      input: draftInput(setting, { commitments: [] }),
    });
    const { id } = drafted.data.draftAgreement.agreement;
    await sql(
      "delete from resources.agreement_party where agreement_id = $1 and organization_id = $2",
      id,
      setting.units.b,
    );
    await refused(
      "update resources.agreement set state = 'PROPOSED', proposed_at = now(), content_hash = repeat('0', 64) where id = $1",
      id,
    );
  });
});

describe("a text that was changed behind the triggers' back", () => {
  it.each([
    "update resources.agreement set title = 'another' where id = $1",
    "update resources.agreement set term_to = term_to + 1 where id = $1",
    "update resources.commitment set clause = 'another' where agreement_id = $1",
    "delete from resources.commitment where agreement_id = $1",
    "update resources.agreement_party set position = position + 10 where agreement_id = $1 and position = 1",
  ])("is signed by nobody: %s", async (statement) => {
    const id = await proposed(setting);
    await sign(id, setting.units.a);
    await sql("set session_replication_role = replica");
    await sql(statement, id);
    await sql("set session_replication_role = origin");
    expect((await sign(id, setting.units.b)).code).toBe("CONFLICT");
    expect(await signatures(id)).toBe(1);
    const audited = await sql(
      "select from audit.entry where record_id = $1 and action = 'signAgreement'",
      id,
    );
    expect(audited.rowCount).toBe(1);
  });
});

/** Twenty member units, so that there is something to race. */
const crowd = async (): Promise<string[]> => {
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) {
    await sql(
      `insert into organizations.organization select (jsonb_populate_record(organization, jsonb_build_object('id', $1::text))).* from organizations.organization where id = $2`,
      id,
      setting.units.c,
    );
    await sql(
      `insert into members.membership select (jsonb_populate_record(membership, jsonb_build_object('id', gen_random_uuid(), 'organization_id', $1::text))).* from members.membership where organization_id = $2`,
      id,
      setting.units.c,
    );
  }
  return ids;
};

describe("steps at the same moment", () => {
  it("twenty parties sign: all signatures stand, exactly one of them activates", async () => {
    const partyIds = await crowd();
    const id = await proposed(setting, { partyIds, commitments: [] });
    const answers = await Promise.all(partyIds.map((unit) => sign(id, unit)));
    const states = answers.map(({ data }) => data.signAgreement.agreement.state);
    expect(states.filter((state) => state === "ACTIVE")).toHaveLength(1);
    expect(states.filter((state) => state === "PROPOSED")).toHaveLength(19);
    expect(await signatures(id)).toBe(20);
    const found = await setting.call(setting.secretary, `{ agreement(id: "${id}") { state } }`);
    expect(found.data.agreement.state).toBe("ACTIVE");
  });

  it("one party signs ten times: one signature, nine CONFLICT", async () => {
    const id = await proposed(setting);
    const answers = await Promise.all(Array.from({ length: 10 }, () => sign(id, setting.units.a)));
    const codes = answers.map(({ code }) => code ?? "signed").toSorted();
    expect(codes).toEqual([...Array(9).fill("CONFLICT"), "signed"]);
  });

  it("one signs while another terminates: never a signature after the end", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await proposed(setting);
      const [signed, ended] = await Promise.all([
        sign(id, setting.units.a),
        setting.call(setting.secretary, TERMINATE, { input: { id, reason: "改期" } }),
      ]);
      expect(ended.code).toBeUndefined();
      expect([undefined, "ILLEGAL_TRANSITION"]).toContain(signed.code);
      expect(await signatures(id)).toBe(signed.code === undefined ? 1 : 0);
    }
  });
});
