import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type Ground, ground } from "./ground.ts";
import {
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";

const ASSIGN =
  "mutation ($input: AssignServiceAreaInput!) { assignServiceArea(input: $input) { serviceArea { id version from until organization { id } region { code } } } }";
const END =
  "mutation ($input: EndServiceAreaInput!) { endServiceArea(input: $input) { serviceArea { id until } } }";

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const estate = () => setting.place("ESTATE", at.community);
const company = (kind = "PROPERTY_COMPANY") => setting.organization(at.street, { kind });
const assign = (viewer: Viewer, organizationId: string, regionCode: string, over: object = {}) =>
  setting.send(viewer, ASSIGN, { organizationId, regionCode, from: "2024-01-01", ...over });

describe("assignServiceArea and endServiceArea", () => {
  it("are for operators of the place and for whoever runs a committee there, nobody else", async () => {
    const organizationId = await company();
    const here = await setting.committee("COMMUNITY", at.community);
    const elsewhere = await setting.committee(
      "COMMUNITY",
      await setting.place("COMMUNITY", at.street),
    );
    for (const viewer of [operatorOf(at.street), secretaryOf(here)]) {
      const { data } = await assign(viewer, organizationId, await estate());
      const { id } = data.assignServiceArea.serviceArea;
      expect((await setting.send(viewer, END, { id })).message).toBeUndefined();
    }
    const code = await estate();
    const id = await records.served(organizationId, code);
    const before = await leftBehind(setting);
    const other = await company();
    expect((await assign(ANONYMOUS, other, code)).code).toBe("UNAUTHENTICATED");
    expect((await setting.send(ANONYMOUS, END, { id })).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      liaisonOf(organizationId, other),
      secretaryOf(elsewhere),
      auditorOf(at.district),
      operatorOf(await setting.place("STREET", at.district)),
      partnerOf(other, "organizations:read", "organizations:write"),
    ]) {
      expect((await assign(viewer, other, code)).code).toBe("FORBIDDEN");
      expect((await setting.send(viewer, END, { id })).code).toBe("FORBIDDEN");
    }
    expect(await leftBehind(setting)).toMatchObject({
      ...(before as object),
      regions: expect.anything(),
      entries: expect.anything(),
      organizations: expect.anything(),
    });
  });

  it("say who serves an estate, from both sides, and keep what is over", async () => {
    const [code, old, now] = [await estate(), await company(), await company()];
    await assign(setting.operator, old, code, { until: "2025-12-31" });
    const { data } = await assign(setting.operator, now, code, { from: "2026-01-01" });
    expect(data.assignServiceArea.serviceArea).toEqual({
      id: expect.any(String),
      version: 1,
      from: "2026-01-01",
      until: null,
      organization: { id: now },
      region: { code },
    });
    const read = await setting.call(
      ANONYMOUS,
      `query ($code: String!, $old: ID!) {
        region(code: $code) { servedBy { totalCount nodes { organization { id } } } all: servedBy(includeEnded: true) { nodes { organization { id } } } }
        organization(id: $old) { serviceAreas { nodes { id } } all: serviceAreas(includeEnded: true) { nodes { until region { code } } } }
      }`,
      { code, old },
    );
    expect(read.data).toEqual({
      region: {
        servedBy: { totalCount: 1, nodes: [{ organization: { id: now } }] },
        all: { nodes: [{ organization: { id: now } }, { organization: { id: old } }] },
      },
      organization: {
        serviceAreas: { nodes: [] },
        all: { nodes: [{ until: "2025-12-31", region: { code } }] },
      },
    });
  });

  it("count an estate from the first to the last day, as does the list of estates", async () => {
    const served = await setting.place("DISTRICT");
    const community = await setting.place("COMMUNITY", served);
    const codes = await Promise.all(
      Array.from({ length: 4 }, () => setting.place("ESTATE", community)),
    );
    const owners = await setting.organization(community, { kind: "OWNERS_COMMITTEE" });
    const firm = await setting.organization(served, { kind: "PROPERTY_COMPANY" });
    for (const code of codes.slice(0, 3))
      await assign(setting.operator, owners, code, { from: "2024-01-01" });
    await assign(setting.operator, firm, codes[0] ?? "", {
      from: "2024-03-01",
      until: "2024-03-31",
    });
    await assign(setting.operator, firm, codes[3] ?? "", { from: "2026-06-01" });
    const counted = async (to: string) => {
      const { data, message } = await setting.call(
        ANONYMOUS,
        'query ($code: String!, $to: Date!) { report(regionCode: $code, from: "2020-01-01", to: $to) { residentialEstates estatesWithOwnersCommittee estatesWithPropertyCompany estatesWithOwnersCommitteeOnly } }',
        { code: served, to },
      );
      expect(message).toBeUndefined();
      return Object.values(data.report);
    };
    expect(await counted("2023-12-31")).toEqual([4, 0, 0, 0]);
    expect(await counted("2024-02-29")).toEqual([4, 3, 0, 3]);
    expect(await counted("2024-03-01")).toEqual([4, 3, 1, 2]);
    expect(await counted("2024-03-31")).toEqual([4, 3, 1, 2]);
    expect(await counted("2024-04-01")).toEqual([4, 3, 0, 3]);
    const list = await setting.call(
      ANONYMOUS,
      "query ($code: String!) { regions(filter: { within: $code, servedByKind: PROPERTY_COMPANY }) { totalCount } }",
      { code: served },
    );
    expect(list.data.regions.totalCount).toBe(0);
  });

  it("let an organisation serve an estate once at a time, whoever says so at once", async () => {
    const [code, organizationId] = [await estate(), await company()];
    const answers = await Promise.all(
      [1, 2, 3].map(() => assign(setting.operator, organizationId, code)),
    );
    expect(answers.map((answer) => answer.code ?? "done").toSorted()).toEqual([
      "CONFLICT",
      "CONFLICT",
      "done",
    ]);
  });

  it("end what has not ended, once", async () => {
    const id = await records.served(await company(), await estate());
    const { data } = await setting.send(setting.operator, END, { id, until: "2026-02-01" });
    expect(data.endServiceArea.serviceArea.until).toBe("2026-02-01");
    expect((await setting.send(setting.operator, END, { id })).code).toBe("ILLEGAL_TRANSITION");
    const other = await records.served(await company(), await estate());
    for (const until of ["2023-12-31", "2026-03-09"])
      expect((await setting.send(setting.operator, END, { id: other, until })).code).toBe(
        "BAD_USER_INPUT",
      );
    expect((await setting.send(setting.operator, END, { id: randomUUID() })).code).toBe(
      "NOT_FOUND",
    );
  });

  it.each([
    ["a school", async () => ({ organizationId: await company("SCHOOL") }), "BAD_USER_INPUT"],
    ["a community", async () => ({ regionCode: at.community }), "BAD_USER_INPUT"],
    ["an unknown place", async () => ({ regionCode: "999999" }), "NOT_FOUND"],
    ["an unknown organisation", async () => ({ organizationId: randomUUID() }), "NOT_FOUND"],
    [
      "one of another alliance",
      async () => ({
        organizationId: await setting.organization(await setting.place("DISTRICT"), {
          kind: "PROPERTY_COMPANY",
        }),
      }),
      "BAD_USER_INPUT",
    ],
    ["a first day too far ahead", async () => ({ from: "2028-01-01" }), "BAD_USER_INPUT"],
    ["days that are turned round", async () => ({ until: "2023-12-31" }), "BAD_USER_INPUT"],
  ])("refuse %s", async (_what, over, code) => {
    const answer = await assign(setting.operator, await company(), await estate(), await over());
    expect(answer.code).toBe(code);
  });

  it("keep the kind of an organisation that serves", async () => {
    const id = await company();
    await records.served(id, await estate());
    const correct =
      "mutation ($input: CorrectOrganizationInput!) { correctOrganization(input: $input) { organization { kind } } }";
    const change = (kind: string) =>
      setting.send(setting.operator, correct, { id, kind, reason: "登记有误" });
    expect((await change("SCHOOL")).code).toBe("CONFLICT");
    expect((await change("OWNERS_COMMITTEE")).message).toBeUndefined();
  });

  it("become those of the one that is left, with the days of both, when two are merged", async () => {
    const merge =
      "mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { organization { id } } }";
    // Days of 2024; each spell is a start and a length.
    const spells = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 60 })),
      { maxLength: 4 },
    );
    const day = (number: number) => new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);
    const daysOf = (all: readonly (readonly [number, number])[]) =>
      new Set(
        all.flatMap(([from, length]) =>
          Array.from({ length: length + 1 }, (_, i) => day(from + i)),
        ),
      );
    await fc.assert(
      fc.asyncProperty(spells, spells, async (first, second) => {
        const [fromId, intoId, code] = [await company(), await company(), await estate()];
        const days = new Set<string>();
        for (const [id, all] of [
          [fromId, first],
          [intoId, second],
        ] as const)
          for (const spell of all) {
            const span = { starts_on: day(spell[0]), ends_on: day(spell[0] + spell[1]) };
            const isEntered = await records.served(id, code, span).then(
              () => true,
              () => false,
            );
            if (isEntered) for (const one of daysOf([spell])) days.add(one);
          }
        expect(
          (await setting.send(setting.operator, merge, { fromId, intoId, reason: "合并" })).message,
        ).toBeUndefined();
        const { rows } = await setting.admin.query(
          "select to_char(generate_series(starts_on, ends_on, '1 day'), 'YYYY-MM-DD') as day from organizations.service_area where organization_id = $1",
          [intoId],
        );
        expect(new Set(rows.map((row) => row.day))).toEqual(days);
        expect(rows).toHaveLength(days.size);
      }),
      { numRuns: 20 },
    );
  });
});
