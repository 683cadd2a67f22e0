import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { can } from "../nouns/organization/organization.policy.ts";
import {
  FIRST_TERM,
  MOVE_REGION,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { type Ground, ground } from "./ground.ts";
import { recordsOfUnits } from "./records-of-units.ts";
import {
  auditorOf,
  liaisonOf,
  operatorOf,
  partnerOf,
  person,
  secretaryOf,
  viewers,
} from "./viewers.ts";

let setting: OrganizationsSetting;
let at: Ground;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

interface Change {
  /** What it answers with. */
  readonly answer: string;
  /** Stores what it is about; what is asked for. */
  readonly input: () => Promise<object>;
}

const school = () => setting.organization(at.street, { kind: "SCHOOL" });
const company = () => setting.organization(at.street, { kind: "PROPERTY_COMPANY" });
const community = () => setting.place("COMMUNITY", at.street);
const committee = async () => await setting.committee("COMMUNITY", await community());
const estate = () => setting.place("ESTATE", at.community);
const reason = "机构改革";
const organization = { answer: "organization { id }" };
const regionChange = { answer: "regionChange { id }" };

/** Every mutation of this subgraph; the operator of everywhere may do each. */
const CHANGES: Readonly<Record<string, Change>> = {
  establishCommittee: {
    answer: "committee { id }",
    input: async () => ({
      ...FIRST_TERM,
      name: "大党委",
      level: "COMMUNITY",
      regionCode: await community(),
      organizationId: await setting.organization(at.street),
    }),
  },
  updateCommittee: {
    answer: "committee { id }",
    input: async () => ({ id: await committee(), themes: ["资源联享"] }),
  },
  registerOrganization: {
    ...organization,
    input: async () => ({ name: "第一小学", kind: "SCHOOL", regionCode: at.street }),
  },
  updateOrganization: {
    ...organization,
    input: async () => ({ id: await school(), brand: "红色引擎" }),
  },
  renameOrganization: {
    ...organization,
    input: async () => ({ id: await school(), name: "中心小学" }),
  },
  correctOrganization: {
    ...organization,
    input: async () => ({ id: await school(), kind: "HOSPITAL", reason }),
  },
  endOrganization: { ...organization, input: async () => ({ id: await school(), reason }) },
  mergeOrganizations: {
    ...organization,
    input: async () => ({ fromId: await school(), intoId: await school(), reason }),
  },
  addRegion: {
    answer: "region { code }",
    input: async () => ({
      code: `P-${randomUUID()}`,
      name: "某社区",
      level: "COMMUNITY",
      parentCode: at.street,
    }),
  },
  renameRegion: {
    ...regionChange,
    input: async () => ({ code: await community(), name: "新社区" }),
  },
  endRegion: { ...regionChange, input: async () => ({ code: await community() }) },
  mergeRegions: {
    ...regionChange,
    input: async () => ({ code: await community(), intoCode: await community() }),
  },
  moveRegion: {
    ...regionChange,
    input: async () => ({
      code: await community(),
      parentCode: await setting.place("STREET", at.district),
    }),
  },
  callOffRegionChange: {
    ...regionChange,
    input: async () => {
      const parentCode = await setting.place("STREET", at.district);
      const move = { code: await community(), parentCode, from: "2026-05-01" };
      const { data } = await setting.send(setting.operator, MOVE_REGION, move);
      return { id: data.moveRegion.regionChange.id, reason };
    },
  },
  assignServiceArea: {
    answer: "serviceArea { id }",
    input: async () => ({
      organizationId: await company(),
      regionCode: await estate(),
      from: "2024-01-01",
    }),
  },
  endServiceArea: {
    answer: "serviceArea { id }",
    input: async () => ({
      id: await recordsOfUnits(setting, at).served(await company(), await estate()),
    }),
  },
};

/** Callers who have nothing to decide about what lies in this ground. */
async function callers(): Promise<Readonly<Record<string, Viewer>>> {
  const street = await setting.place("STREET", at.district);
  const elsewhere = await setting.committee("COMMUNITY", await setting.place("COMMUNITY", street));
  const another = await setting.organization(street);
  const committeeIds = [await committee()];
  return {
    "another unit's liaison": liaisonOf(another),
    member: person({ committeeIds, seatCommitteeIds: committeeIds }),
    "secretary of another committee": secretaryOf(elsewhere),
    auditor: auditorOf(at.district),
    "operator of elsewhere": operatorOf(street),
    "another unit's key": partnerOf(another, "organizations:read", "organizations:write"),
  };
}

describe("who may not", () => {
  it("is told here for every mutation", async () => {
    const names = '{ __type(name: "Mutation") { fields { name } } }';
    const all: { name: string }[] = (await setting.call(ANONYMOUS, names)).data.__type.fields;
    expect(Object.keys(CHANGES).toSorted()).toEqual(all.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(CHANGES))("%s", async (name, { answer, input: make }) => {
    const input = await make();
    const viewersOf = await callers();
    const document = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} } }`;
    const before = await leftBehind(setting);
    expect((await setting.send(ANONYMOUS, document, input)).code).toBe("UNAUTHENTICATED");
    for (const [caller, viewer] of Object.entries(viewersOf)) {
      const { code } = await setting.send(viewer, document, input);
      expect([caller, code]).toEqual([caller, "FORBIDDEN"]);
    }
    expect(await leftBehind(setting)).toEqual(before);
    // The same input, for somebody who may.
    expect((await setting.send(setting.operator, document, input)).message).toBeUndefined();
  });
});

describe("for random viewers", () => {
  it("who serves what and how regions change is public; what a merger would do is for operators of both", async () => {
    const [fromId, intoId] = [await school(), await setting.organization(at.community)];
    const [firm, code] = [await company(), await estate()];
    await recordsOfUnits(setting, at).served(firm, code);
    const parentCode = await setting.place("STREET", at.district);
    await setting.send(setting.operator, MOVE_REGION, { code: await community(), parentCode });
    const query = `query ($firm: ID!, $code: String!, $district: String!) {
      organization(id: $firm) { serviceAreas { nodes { id region { code } organization { id } } } }
      region(code: $code) { servedBy { nodes { id } } }
      regionChanges(filter: { regionCode: $district }, first: 100) { nodes { id state region { code } other { code } } }
    }`;
    const variables = { firm, code, district: at.district };
    const told = await setting.call(setting.operator, query, variables);
    expect(told.data.organization.serviceAreas.nodes).toHaveLength(1);
    expect(told.data.regionChanges.nodes.length).toBeGreaterThan(0);
    const preview =
      "query ($fromId: ID!, $intoId: ID!) { organizationMerge(fromId: $fromId, intoId: $intoId) { items { noun } } }";
    const pathOf = async (id: string) =>
      (
        await setting.admin.query(
          "select region_path as path from organizations.organization where id = $1",
          [id],
        )
      ).rows[0].path;
    const [from, into] = [await pathOf(fromId), await pathOf(intoId)];
    const pools = {
      organizationIds: [fromId, intoId],
      committeeIds: [await committee()],
      regionCodes: [PROVINCE, at.district, at.street, at.community],
    };
    for (const viewer of fc.sample(viewers(pools), 80)) {
      expect((await setting.call(viewer, query, variables)).data).toEqual(told.data);
      const within = viewerWithin(viewer, "organizations");
      const isTold = [
        { id: fromId, regionPath: from },
        { id: intoId, regionPath: into },
      ].every((one) => can(within, "merge", one));
      const refused = viewer.kind === "ANONYMOUS" ? "UNAUTHENTICATED" : "FORBIDDEN";
      expect((await setting.call(viewer, preview, { fromId, intoId })).code).toBe(
        isTold ? undefined : refused,
      );
    }
  });
});
