import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLInputField,
  type GraphQLInputType,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Asked } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { HAN, latinSentence } from "../../support/latin-sentence.ts";
import { UNKNOWN_ID, inHours, unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";
const TOO_LONG = "长".repeat(20_001);
const UNKNOWN_REGION = "999999";

const schema = buildSchema(
  readFileSync(new URL("../../../../schema/api.graphql", import.meta.url), "utf8"),
);

/** A field of an input with a value that is wrong, and whether something must be looked up to see that. */
interface Broken {
  readonly name: string;
  readonly isLookedUp: boolean;
}

/** Fields about which the records decide: alone they break no rule. */
const HARMLESS = new Set(["idempotencyKey", "version"]);
/** Fields that are compared with what is stored: whether they are wrong is known once the record is found. */
const COMPARED = new Set(["RevokePartnerInput.name", "SignAgreementInput.organizationId"]);
/** Owners are optional in the schema: a unit or a committee, exactly one of them. */
const OWNED = new Set(["FormTeamInput", "MakeContactCardInput", "CreateCalendarFeedInput"]);

/** Their code is that of a region that is there. */
const OF_REGIONS = new Set([
  "RenameRegionInput",
  "EndRegionInput",
  "MergeRegionsInput",
  "MoveRegionInput",
]);

/** A wrong value for a field where there is one, else one that is right; undefined to leave the field out. */
function valueOf(input: string, field: GraphQLInputField): { value?: unknown; broken?: Broken } {
  const { name, type } = field;
  const named = getNamedType(type);
  if (HARMLESS.has(name)) return {};
  const isRequired = isNonNullType(type);
  const isList = isListType(getNullableType(type));
  if (name === "partyIds") return { value: [unitOf(LIAISON), UNKNOWN_ID] };
  const isOwner = name === "organizationId" && OWNED.has(input);
  if (COMPARED.has(`${input}.${name}`)) return isRequired ? { value: right(type) } : {};
  if (named.name === "ID" && (isRequired || isOwner) && !isList)
    return { value: UNKNOWN_ID, broken: { name, isLookedUp: true } };
  const isRegion = name === "code" && OF_REGIONS.has(input);
  if (isRegion || /^(region|community|parent|into)Code$/.test(name))
    return { value: UNKNOWN_REGION, broken: { name, isLookedUp: true } };
  if (named.name === "String" && !isList)
    return { value: TOO_LONG, broken: { name, isLookedUp: false } };
  if (named.name === "Int") return { value: -1, broken: { name, isLookedUp: false } };
  return isRequired ? { value: isList ? [right(type)] : right(type) } : {};
}

/** A value of a type that no rule rejects by itself. */
function right(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (named.name === "TimeRangeInput") return { start: inHours(5), end: inHours(6) };
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, right(field.type)]));
  }
  if (named.name === "Date") return inHours(48).slice(0, 10);
  if (named.name === "DateTime") return inHours(5);
  return named.name === "Boolean" ? true : UNKNOWN_ID;
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((mutation) => {
  const type = getNamedType(mutation.args[0]?.type ?? mutation.type);
  if (!isInputObjectType(type)) throw new Error(`${mutation.name} has no input`);
  const fields = Object.values(type.getFields()).map((field) => ({
    name: field.name,
    ...valueOf(type.name, field),
  }));
  const input = Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const broken = fields.flatMap((field) => field.broken ?? []);
  return { name: mutation.name, type: type.name, input, broken };
});
const several = mutations.filter(({ broken }) => broken.length > 1);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_LANGUAGE: "zh-CN" });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** What the hub says of a mutation with this input, in Chinese. */
async function told(name: string, type: string, input: object): Promise<Asked["errors"][number]> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  const { errors } = await hub.ask(query, { input }, LIAISON);
  const [error] = errors;
  if (!error) throw new Error(`${name} has no error`);
  return error;
}

describe("everything that is wrong with an input is told at once", () => {
  it("for all mutations that have more than the id of a record", () => {
    const one = mutations.filter((mutation) => !several.includes(mutation));
    const others = one.filter(({ input }) => Object.keys(input).some((name) => name !== "id"));
    expect(others.map(({ name }) => name).toSorted()).toEqual([
      "confirmMailAddress",
      "decideBookings",
      "inviteUnits",
      "recordUse",
      "revokePartner",
      "setMailSettings",
      "signAgreement",
    ]);
  });

  it.each(several)("by $name", async ({ name, type, input, broken }) => {
    const { extensions } = await told(name, type, input);
    const codes = new Map(extensions.faults?.map(({ path, code }) => [path.join("."), code]));
    const found = broken.map((field) => [field.name, codes.get(`input.${field.name}`)]);
    expect(found).toEqual(
      broken.map((field) => [field.name, field.isLookedUp ? "NOT_FOUND" : "BAD_USER_INPUT"]),
    );
  });

  it.each(mutations)("in Chinese alone, by $name", async ({ name, type, input }) => {
    const { message, extensions } = await told(name, type, input);
    for (const words of [message, ...(extensions.faults ?? []).map((fault) => fault.message)]) {
      expect(words).toMatch(HAN);
      expect(latinSentence(words)).toBeUndefined();
    }
  });
});
