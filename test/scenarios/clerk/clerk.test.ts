import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

/** The clerk of the district, of another one; a community's secretary and a unit of that committee. */
const [CLERK, ELSEWHERE, SECRETARY, LIAISON, OPERATOR] = [
  "445202-clerk",
  "530381-clerk",
  "445202-secretary-2",
  "445202-liaison-1",
  "445202-operator",
] as const;

let hub: TestHub;
let district: string;
let community: string;
let street: string;
beforeAll(async () => {
  hub = await startHub();
  district = committeeOf(CLERK);
  community = committeeOf(SECRETARY);
  const { data } = await hub.ask("query($id: ID!) { committee(id: $id) { parent { id } } }", {
    id: community,
  });
  street = String(data["committee"]?.["parent"]?.["id"]);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const update = (as: string, input: object) => hub.ask(operation("UpdateCommittee"), { input }, as);
const titleOf = async (id: string, as?: string) =>
  (await hub.ask("query($id: ID!) { resource(id: $id) { title } }", { id }, as)).data["resource"]?.[
    "title"
  ];
/** Something that a unit shares with its community's committee alone. */
async function sharedBelow(title: string): Promise<string> {
  const input = {
    providerId: unitOf(LIAISON),
    committeeId: community,
    title,
    kind: "EQUIPMENT",
    audience: "COMMITTEE",
    publish: true,
  };
  const { data, codes } = await hub.ask(operation("ShareResource"), { input }, LIAISON);
  expect(codes).toEqual([]);
  return String(data["shareResource"]?.["resource"]?.["id"]);
}

describe("a district clerk", () => {
  it("runs the district's committee, below which all others are", async () => {
    const { data } = await hub.ask(
      `query($region: String!, $id: ID!) {
         viewer { roles { role committee { id level } } }
         all: committees(filter: { regionCode: $region }) { totalCount }
         committee(id: $id) { children(first: 50) { totalCount nodes { level children(first: 1) { totalCount } } } }
       }`,
      { region: "445202", id: district },
      CLERK,
    );
    expect(data["viewer"]?.["roles"]).toEqual([
      { role: "SECRETARY", committee: { id: district, level: "DISTRICT" } },
    ]);
    const nodes = data["committee"]?.["children"]?.["nodes"] ?? [];
    expect(new Set(nodes.map((node) => node["level"]))).toEqual(new Set(["STREET"]));
    const counts = nodes.map((node) => Number(node["children"]?.["totalCount"]));
    const below = counts.reduce((sum, count) => sum + 1 + count, 0);
    expect(data["all"]?.["totalCount"]).toBe(1 + below);
  });

  it("reads what a unit shares with its community's committee; another district's clerk does not", async () => {
    const id = await sharedBelow("给本社区的音响");
    for (const as of [CLERK, SECRETARY, LIAISON])
      expect(await titleOf(id, as)).toBe("给本社区的音响");
    for (const as of [ELSEWHERE, "445202-secretary-3", undefined])
      expect(await titleOf(id, as)).toBeUndefined();
  });

  it("reads in each list of a committee below what its own secretary reads", async () => {
    const lists = `query($filter: ID!) {
      resources(filter: { committeeId: $filter }) { totalCount }
      needs(filter: { committeeId: $filter }) { totalCount }
      agreements(filter: { committeeId: $filter }) { totalCount }
      activities(filter: { committeeId: $filter }) { totalCount }
      issues(filter: { committeeId: $filter }) { totalCount }
    }`;
    for (const secretary of ["445202-secretary", SECRETARY, "445202-secretary-3"]) {
      const filter = committeeOf(secretary);
      const [own, clerk, anybody] = await Promise.all(
        [secretary, CLERK, undefined].map((as) => hub.ask(lists, { filter }, as)),
      );
      expect(own?.codes).toEqual([]);
      expect(clerk?.data).toEqual(own?.data);
      expect(anybody?.data).not.toEqual(own?.data);
    }
  });

  it("sets in order what is below, and not what is elsewhere", async () => {
    const version = 1;
    const marked = await update(CLERK, { id: street, demonstration: true, version });
    expect(marked.data["updateCommittee"]?.["committee"]).toMatchObject({ demonstration: true });
    expect((await update(ELSEWHERE, { id: street, demonstration: false })).codes).toEqual([
      "FORBIDDEN",
    ]);
    expect((await update(SECRETARY, { id: community, demonstration: true })).codes).toEqual([
      "FORBIDDEN",
    ]);
    expect((await update(SECRETARY, { id: community, themes: ["六联"] })).codes).toEqual([]);
    expect((await update(CLERK, { id: street, demonstration: false })).codes).toEqual([]);
  });

  it("reads nothing more of a committee at once when it is taken out of the tree, until it comes back", async () => {
    const id = await sharedBelow("给本社区的投影仪");
    expect(await titleOf(id, CLERK)).toBe("给本社区的投影仪");
    expect((await update(OPERATOR, { id: street, parentId: null })).codes).toEqual([]);
    expect(await titleOf(id, CLERK)).toBeUndefined();
    expect(await titleOf(id, SECRETARY)).toBe("给本社区的投影仪");
    expect((await update(CLERK, { id: street, parentId: district })).codes).toEqual(["FORBIDDEN"]);
    expect((await update(OPERATOR, { id: street, parentId: district })).codes).toEqual([]);
    expect(await titleOf(id, CLERK)).toBe("给本社区的投影仪");
  });
});
