import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  isLeafType,
  isObjectType,
} from "graphql";
import { resourcesSchema } from "../subgraph.ts";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { hours, shared } from "./resource-calls.ts";

let setting: Setting;
let id: string;
beforeAll(async () => {
  setting = await createSetting();
  const { committeeId } = setting;
  id = await shared(setting, {
    committeeId,
    capacity: 3,
    unit: "间",
    description: "二楼",
    venueKind: "OTHER",
    functionAreas: ["DELIBERATION"],
  });
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Every field of a resource, each as a selection. */
function selections(): string[] {
  const type = resourcesSchema().schema.getType("Resource");
  if (!isObjectType(type)) throw new Error("Resource is no object type");
  const during = hours(setting, 1, 3);
  const range = `(during: { start: "${during.start}", end: "${during.end}" })`;
  return Object.values(type.getFields()).map(({ name, type: given, args }) => {
    const inner = innermost(given);
    if (isLeafType(inner)) return name;
    const asked = args.some((arg) => arg.name === "during" && arg.type instanceof GraphQLNonNull);
    const plain = isObjectType(inner)
      ? Object.values(inner.getFields()).filter((one) => isLeafType(innermost(one.type)))
      : [];
    return `${name}${asked ? range : ""} { ${plain.map((one) => one.name).join(" ")} }`;
  });
}

/** The type without lists and without what says that it is never null. */
function innermost(given: GraphQLOutputType): GraphQLOutputType {
  let inner = given;
  while (inner instanceof GraphQLNonNull || inner instanceof GraphQLList) inner = inner.ofType;
  return inner;
}

const WAYS: readonly (readonly [string, (selection: string) => string])[] = [
  ["by its id", (selection) => `query ($id: ID!) { found: resource(id: $id) { ${selection} } }`],
  [
    "as the gateway asks",
    (selection) =>
      `query ($id: ID!) { found: _entities(representations: [{ __typename: "Resource", id: $id }]) { ... on Resource { ${selection} } } }`,
  ],
  ["in a list", (selection) => `{ found: resources { nodes { ${selection} } } }`],
  ["in a list's edges", (selection) => `{ found: resources { edges { node { ${selection} } } } }`],
  [
    "below its provider",
    (selection) =>
      `{ found: _entities(representations: [{ __typename: "Organization", id: "${setting.units.a}" }]) { ... on Organization { resources { nodes { ${selection} } } } } }`,
  ],
];

describe("a resource of which some columns are read", () => {
  it.each(WAYS)("gives each field as it gives all, %s", async (_way, query) => {
    const ask = async (selection: string): Promise<object> => {
      const { data, message } = await setting.call(setting.people.a, query(selection), { id });
      expect(message).toBeUndefined();
      let found = data.found;
      while (!("is" in Object(found))) found = Object.values(Object(found))[0];
      return found;
    };
    const fields = selections();
    const whole = await ask(`is: __typename ${fields.join(" ")}`);
    const each = await Promise.all(fields.map((field) => ask(`is: __typename ${field}`)));
    expect(Object.assign({}, ...each)).toEqual(whole);
    expect(fields.length).toBeGreaterThan(20);
  });

  it("is read with no more columns than the selection needs", async () => {
    await setting.call(
      setting.people.a,
      "{ resources { nodes { title provider { id } committee { id } } } }",
    );
    const [statement = ""] = setting.statements.filter((text) => text.includes("title"));
    expect(statement.slice(0, statement.indexOf(" from "))).toBe(
      'select "resource"."id", "resource"."title", "resource"."provider_id", "resource"."committee_id"',
    );
  });
});

describe("how many resources there are", () => {
  it.each(["anonymous", "a", "secretary"] as const)(
    "in a place is answered by an index alone, for %s",
    async (who) => {
      await setting.call(
        setting.people[who],
        `{ resources(filter: { regionCode: "445202001", kinds: [VENUE, SERVICE] }) { totalCount } }`,
      );
      const text = setting.statements.find((statement) => statement.includes("count(*)")) ?? "";
      const values = [...text.matchAll(/\$(\d+)(::\w+\[\])?/g)].map(([, , list]) =>
        list === undefined ? "'445202001'" : `'{}'`,
      );
      const plan = await planOf(
        text.replaceAll(/\$(\d+)/g, (_all, n) => values[Number(n) - 1] ?? ""),
      );
      expect(plan).toContain("Index Only Scan using resource_count_4");
    },
  );

  async function planOf(statement: string): Promise<string> {
    await setting.admin.query("vacuum analyze resources.resource");
    await setting.admin.query("begin");
    await setting.admin.query("set local search_path = resources");
    // Of a handful of rows any way is good. The question is whether this index can do it, so it is the only one.
    const others = await setting.admin.query<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index
       where indrelid = 'resource'::regclass and indexrelid <> 'resource_count_4'::regclass
         and not exists (select from pg_constraint where conindid = indexrelid)`,
    );
    for (const { name } of others.rows) await setting.admin.query(`drop index ${name}`);
    for (const way of ["seqscan", "bitmapscan"]) {
      await setting.admin.query(`set local enable_${way} = off`);
    }
    const { rows } = await setting.admin.query<{ "QUERY PLAN": string }>(`explain ${statement}`);
    await setting.admin.query("rollback");
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
});
