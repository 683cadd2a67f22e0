import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { can } from "../nouns/audit-entry/audit-entry.policy.ts";
import {
  ADD,
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  PROVINCE,
  UPDATE,
  createOrganizationsSetting,
} from "./organizations-setting.ts";
import {
  LETTERS,
  auditorOf,
  liaisonOf,
  operatorOf,
  paths,
  secretaryOf,
  viewers,
} from "./viewers.ts";

const CASES = 120;
const ENTRIES = 80;

let setting: OrganizationsSetting;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LIST =
  "query ($filter: AuditEntryFilter) { auditEntries(filter: $filter, first: 100) { totalCount nodes { id at action noun recordId subject organizationId requestId } } }";
const read = async (viewer: Viewer, filter: object = {}) => {
  const { data, message } = await setting.call(viewer, LIST, { filter });
  if (message !== undefined) throw new Error(message);
  expect(data.auditEntries.totalCount).toBe(data.auditEntries.nodes.length);
  return data.auditEntries.nodes;
};
const actionsOf = (entries: { action: string }[]): string[] => entries.map(({ action }) => action);

describe("the audit log", () => {
  it("has one entry for each change, newest first, and none for what was refused", async () => {
    const district = await setting.place("DISTRICT");
    const id = await setting.organization(district);
    const committeeId = await setting.committee("DISTRICT", district, { organizationId: id });
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time++)
      await setting.send(liaisonOf(id), UPDATE, { id, brand: "品牌", idempotencyKey });
    await setting.send(liaisonOf(id), UPDATE, { id, brand: "品牌", version: 9 });
    await setting.send(ANONYMOUS, UPDATE, { id, brand: "品牌" });
    const code = { code: district, name: "某地", level: "DISTRICT", parentCode: PROVINCE };
    await setting.send(setting.operator, ADD, code);
    await setting.send(setting.operator, ESTABLISH, {
      ...FIRST_TERM,
      name: "大党委",
      level: "DISTRICT",
      regionCode: district,
      organizationId: id,
    });
    const entries = await read(auditorOf(district));
    expect(actionsOf(entries)).toEqual([
      "updateOrganization",
      "establishCommittee",
      "registerOrganization",
      "addRegion",
    ]);
    const at = expect.stringMatching(/^2026-03-01T/);
    const common = { id: expect.any(String), at, requestId: "test" };
    expect(entries[0]).toEqual({
      ...common,
      action: "updateOrganization",
      noun: "Organization",
      recordId: id,
      subject: "liaison",
      organizationId: id,
    });
    expect(entries[1]).toMatchObject({ noun: "Committee", recordId: committeeId });
    expect(entries.at(-1)).toEqual({
      ...common,
      action: "addRegion",
      noun: "Region",
      recordId: district,
      subject: "operator",
      organizationId: null,
    });
    const times = entries.map((entry: { at: string }) => entry.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it("is found by action, record and sign-in", async () => {
    const district = await setting.place("DISTRICT");
    const id = await setting.organization(district);
    await setting.send(liaisonOf(id), UPDATE, { id, brand: "品牌" });
    const auditor = auditorOf(district);
    expect(actionsOf(await read(auditor, { action: "addRegion" }))).toEqual(["addRegion"]);
    expect(actionsOf(await read(auditor, { recordId: id }))).toEqual([
      "updateOrganization",
      "registerOrganization",
    ]);
    expect(actionsOf(await read(auditor, { subject: "liaison" }))).toEqual(["updateOrganization"]);
    expect(await read(auditor, { subject: "operator", action: "updateOrganization" })).toEqual([]);
    const either = { actions: ["registerOrganization", "addRegion"] };
    expect(actionsOf(await read(auditor, either))).toEqual(["registerOrganization", "addRegion"]);
    expect(actionsOf(await read(auditor, { ...either, recordId: id }))).toEqual([
      "registerOrganization",
    ]);
    for (const filter of [
      { actions: [] },
      { action: "" },
      { recordId: "' or true --" },
      { subject: "nobody" },
    ])
      expect(await read(auditor, filter)).toEqual([]);
  });

  it("is found by type of record, time and unit, and names the unit, the place and the role", async () => {
    const district = await setting.place("DISTRICT");
    const id = await setting.organization(district);
    await setting.send(liaisonOf(id), UPDATE, { id, brand: "品牌" });
    const auditor = auditorOf(district);
    const [last] = await read(auditor);
    const later = new Date(Date.parse(last.at) + 1).toISOString();
    expect(actionsOf(await read(auditor, { nouns: ["Region", "Seat"] }))).toEqual(["addRegion"]);
    expect(await read(auditor, { nouns: [] })).toEqual([]);
    expect(await read(auditor, { since: later })).toEqual([]);
    expect(await read(auditor, { until: last.at, recordId: id })).toHaveLength(1);
    expect(await read(auditor, { since: last.at, until: later })).toEqual([last]);
    expect(actionsOf(await read(auditor, { organizationId: id }))).toContain("updateOrganization");
    expect(await read(auditor, { organizationId: randomUUID() })).toEqual([]);
    const { data } = await setting.call(
      auditor,
      "query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { organization { id } region { code } details { name value } } } }",
      { filter: { action: "updateOrganization" } },
    );
    expect(data.auditEntries.nodes).toEqual([
      { organization: { id }, region: { code: district }, details: [] },
    ]);
  });

  it("says what an organisation was called, and names its parent", async () => {
    const district = await setting.place("DISTRICT");
    const parentId = await setting.organization(district, { name: "上级单位" });
    const id = await setting.organization(district, { name: "旧名", parentId });
    await setting.send(liaisonOf(id), UPDATE, { id, name: "新名" });
    // As if an operator had moved it: no mutation does.
    const moved = [{ field: "parentId", before: parentId, after: null }];
    await setting.admin.query(
      `insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, region_path, request_id, details)
       select gen_random_uuid(), at + interval '1 second', subgraph, 'moved', noun, record_id, subject, region_path, '-', $2
       from audit.entry where record_id = $1 and action = 'updateOrganization'`,
      [id, JSON.stringify({ changes: moved })],
    );
    const { data } = await setting.call(
      auditorOf(district),
      "query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { action changes { label before after } } } }",
      { filter: { recordId: id } },
    );
    expect(data.auditEntries.nodes).toEqual(
      expect.arrayContaining([
        { action: "registerOrganization", changes: [] },
        {
          action: "updateOrganization",
          changes: [{ label: "名称", before: "旧名", after: "新名" }],
        },
        { action: "moved", changes: [{ label: "上级", before: "上级单位", after: null }] },
      ]),
    );
  });

  it("is for auditors and nobody else, whatever else they are", async () => {
    const district = await setting.place("DISTRICT");
    const organizationId = await setting.organization(district);
    const committeeId = await setting.committee("DISTRICT", district);
    expect((await setting.call(ANONYMOUS, LIST)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      setting.operator,
      operatorOf(district),
      secretaryOf(committeeId),
      liaisonOf(organizationId),
    ]) {
      const answer = await setting.call(viewer, LIST, { filter: { recordId: organizationId } });
      expect(answer).toMatchObject({ data: { auditEntries: null }, code: "FORBIDDEN" });
    }
  });

  it("is for an auditor that of the own region and of all below, nothing of above or beside", async () => {
    const district = await setting.place("DISTRICT");
    const [street, beside] = [
      await setting.place("STREET", district),
      await setting.place("STREET", district),
    ];
    const records = async (...codes: string[]) =>
      (await read(auditorOf(...codes))).map((entry: { recordId: string }) => entry.recordId);
    expect(await records(district)).toEqual([beside, street, district]);
    expect(await records(street)).toEqual([street]);
    expect(await records(street, beside)).toEqual([beside, street]);
    expect(await records("999999")).toEqual([]);
  });

  it("cannot be changed or shortened by any subgraph, and is read by this one alone", async () => {
    for (const name of [...SUBGRAPH_NAMES, "gateway"]) {
      const { rows } = await setting.admin.query(
        `select has_table_privilege($1, 'audit.entry', 'insert') as append, has_table_privilege($1, 'audit.entry', 'select') as read,
                has_table_privilege($1, 'audit.entry', 'update, delete, truncate') as change`,
        [`hub_${name}`],
      );
      expect(rows).toEqual([{ append: true, read: name === "organizations", change: false }]);
    }
  });
});

describe("what the list gives", () => {
  it("is exactly what the rule allows", async () => {
    const stored = fc
      .sample(paths(LETTERS), ENTRIES)
      .map((regionPath) => ({ id: randomUUID(), regionPath }));
    // Entries of all subgraphs; one without a place is for nobody.
    stored.push({ id: randomUUID(), regionPath: [null, null, null, null, null, null] });
    for (const { id, regionPath } of stored) {
      await setting.admin.query(
        `insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, region_path, request_id, details)
         values ($1, now(), 'members', 'joinCommittee', 'Membership', '-', 'random', $2, '-', '{}')`,
        [id, regionPath],
      );
    }
    const filter = { subject: "random" };
    for (const viewer of fc.sample(viewers(LETTERS), CASES)) {
      const within = viewerWithin(viewer, "organizations");
      const expected = stored
        .filter((entry) => can(within, "read", entry))
        .map(({ id }) => id)
        .toSorted()
        .toReversed();
      const { data } = await setting.call(viewer, LIST, { filter });
      const found: { id: string }[] = data.auditEntries?.nodes ?? [];
      expect(found.map(({ id }) => id)).toEqual(expected);
      if (data.auditEntries) expect(data.auditEntries.totalCount).toBe(expected.length);
    }
  });
});
