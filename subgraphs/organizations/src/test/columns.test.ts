import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { GraphQLList, GraphQLNonNull, isLeafType, isObjectType } from "graphql";
import { organizationsSchema } from "../subgraph.ts";
import { type OrganizationsSetting, createOrganizationsSetting } from "./organizations-setting.ts";

let setting: OrganizationsSetting;
const keys: Record<string, object> = {};
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  const district = await setting.place("DISTRICT");
  const code = await setting.place("STREET", district);
  const parentId = await setting.organization(code);
  await setting.committee("DISTRICT", district);
  const unit = { parentId, brand: "红色物业", creditCode: "91110000600037341L" };
  keys["Region"] = { code };
  keys["Organization"] = { id: await setting.organization(code, unit) };
  keys["Committee"] = { id: await setting.committee("STREET", code) };
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Every field of a type, each as a selection. */
function selections(name: string): string[] {
  const type = organizationsSchema().schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return Object.values(type.getFields()).map((field) => {
    let inner = field.type instanceof GraphQLNonNull ? field.type.ofType : field.type;
    while (inner instanceof GraphQLNonNull || inner instanceof GraphQLList) inner = inner.ofType;
    if (isLeafType(inner)) return field.name;
    return inner.name.endsWith("Connection")
      ? `${field.name} { totalCount nodes { ${inner.name.startsWith("ServiceArea") ? "from" : "name"} } }`
      : `${field.name} { name }`;
  });
}

describe.each(["Region", "Organization", "Committee"])("a record of %s", (type) => {
  it("gives each field as it gives all", async () => {
    const fields = selections(type);
    const ask = async (selection: string): Promise<object> => {
      const { data, message } = await setting.call(
        setting.operator,
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${selection} } } }`,
        { keys: [{ __typename: type, ...keys[type] }] },
      );
      expect(message).toBeUndefined();
      return data._entities[0];
    };
    const each = await Promise.all(fields.map(ask));
    expect(Object.assign({}, ...each)).toEqual(await ask(fields.join(" ")));
    expect(fields.length).toBeGreaterThan(5);
  });

  it("is read with no more columns than the selection needs", async () => {
    await setting.call(
      setting.operator,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { name } } }`,
      { keys: [{ __typename: type, ...keys[type] }] },
    );
    const [key] = Object.keys(keys[type] ?? {});
    const table = type.toLowerCase();
    expect(setting.statements.map((text) => text.slice(0, text.indexOf(" from ")))).toEqual([
      `select "${table}"."${key}", "${table}"."name"`,
    ]);
  });
});

describe("a region", () => {
  it("keeps code, level and path", async () => {
    for (const change of ["level = 'GRID'", "path = array_fill('x'::text, array[6])"]) {
      await expect(
        setting.admin.query(`update organizations.region set ${change} where code = $1`, [
          Object.values(keys["Region"] ?? {})[0],
        ]),
      ).rejects.toThrow("stay as they were entered");
    }
  });
});
