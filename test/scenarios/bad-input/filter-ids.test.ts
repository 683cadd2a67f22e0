import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLArgument,
  buildSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { HAN, latinSentence } from "../../support/latin-sentence.ts";
import { UNKNOWN_ID } from "../../support/people.ts";

/** The audit log is for auditors. */
const reader = (list: string): string =>
  list.startsWith("auditEntries") ? "445202-auditor" : "445202-liaison-1";
const MALFORMED = "会议室";

const schema = buildSchema(
  readFileSync(new URL("../../../../schema/api.graphql", import.meta.url), "utf8"),
);

/** An id by which a list is narrowed. */
interface Narrowing {
  /** The list, and where the id stands in it. */
  readonly name: string;
  /** The path that faults name. */
  readonly path: readonly (string | number)[];
  /** The query with an id there. */
  readonly query: (id: string) => string;
}

/** Lists of the whole alliance, and one below a committee. */
const LISTS = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({
    field,
    within: (text: string) => `query { ${text} }`,
  })),
  ...typeFields("Committee").map((field) => ({
    field,
    within: (text: string) => `query { committees(first: 1) { nodes { ${text} } } }`,
  })),
];

function typeFields(name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

const NARROWINGS = LISTS.flatMap(({ field, within }): Narrowing[] => {
  const type = getNamedType(field.type);
  const selection =
    isObjectType(type) && type.getFields()["nodes"] ? "{ nodes { __typename } }" : "{ __typename }";
  const isConnection = type.name.endsWith("Connection");
  const narrowing = (
    path: string[],
    several: boolean,
    write: (id: string) => string,
  ): Narrowing => ({
    name: `${field.name}(${path.join(".")})`,
    path: several ? [...path, 0] : path,
    query: (id) =>
      within(`${field.name}(${write(several ? `["${id}"]` : `"${id}"`)}) ${selection}`),
  });
  return field.args.flatMap((argument) => {
    const input = getNamedType(argument.type);
    if (argument.name === "filter" && isInputObjectType(input))
      return Object.values(input.getFields())
        .filter(({ type: of }) => getNamedType(of).name === "ID")
        .map(({ name, type: of }) =>
          narrowing(["filter", name], isList(of), (id) => `filter: { ${name}: ${id} }`),
        );
    const isNeeded = isConnection && getNamedType(argument.type).name === "ID";
    return isNeeded
      ? [narrowing([argument.name], isList(argument.type), (id) => `${argument.name}: ${id}`)]
      : [];
  });
});

function isList(type: GraphQLArgument["type"]): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

it("finds all filters of the schema", () => {
  const names = NARROWINGS.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(names).toEqual(
    expect.arrayContaining([
      "activities(filter.committeeIds)",
      "contactCards(organizationId)",
      "webhookEndpoints(organizationId)",
      "issues(filter.ownerId)",
    ]),
  );
});

describe("what is no id is refused", () => {
  it.each(NARROWINGS)("$name", async ({ name, path, query }) => {
    const { codes, errors } = await hub.ask(query(MALFORMED), {}, reader(name));
    expect(codes).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toContain(`"${path.join(".")}" "${MALFORMED}" is not an id`);
    const inChinese = await ask(hub.url, {
      query: query(MALFORMED),
      token: await hub.tokenOf(reader(name)),
      headers: { "accept-language": "zh-CN" },
    });
    const { message = "" } = inChinese.errors[0] ?? {};
    expect(message).toMatch(HAN);
    expect(latinSentence(message)).toBeUndefined();
  });
});

describe("an id that leads to nothing finds nothing", () => {
  it.each(NARROWINGS)("$name", async ({ name, query }) => {
    const { data, codes } = await hub.ask(query(UNKNOWN_ID), {}, reader(name));
    expect({ codes, data }).toMatchObject({ codes: [] });
    expect(JSON.stringify(data)).toContain('"nodes":[]');
  });
});
