import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { subgraphUnavailable } from "@alliance-hub/gateway/engine/transport/deadline";
import { unplannable } from "@alliance-hub/gateway/engine/planner/plan-operation";
import { ERROR_CATALOGUE } from "@alliance-hub/platform/errors/catalogue";
import { databaseUnavailable } from "@alliance-hub/platform/errors/database-away";
import { tell } from "@alliance-hub/platform/errors/tell";
import { ENUMERATIONS } from "@alliance-hub/platform/words/enumerations";
import { FIELDS, FIELDS_OF } from "@alliance-hub/platform/words/fields";
import { NOUNS } from "@alliance-hub/platform/words/nouns";
import { STATES } from "@alliance-hub/platform/words/states";
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from "graphql";

import { HAN, latinSentence } from "./support/latin-sentence.ts";

const text = readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8");
const schema = buildSchema(text);
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

function valuesOf(name: string): string[] | undefined {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : undefined;
}

/** The Chinese words of errors in the sources: what stands behind `zh` or `chinese`, with gaps for values. */
function writtenWords(): { file: string; text: string }[] {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const files = globSync("{kit/*,subgraphs/*,gateway}/src/**/*.ts", { cwd: root });
  return files
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(WRITTEN)].map(([, plain, template]) => ({
        file,
        text: (plain ?? template ?? "").replaceAll(/\$\{[^}]*\}/g, "…"),
      })),
    );
}

const WRITTEN = /\b(?:zh|chinese)(?::|\s=)\s*(?:"([^"\n]*)"|`([^`]*)`)/g;

describe("what is said in Chinese has no English sentences", () => {
  it("in the words of errors", () => {
    const all = writtenWords();
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ text: words }) => latinSentence(words) !== undefined)).toEqual([]);
  });

  it("in what the codes mean, where an error has no words of its own", () => {
    for (const code of Object.keys(ERROR_CATALOGUE)) {
      const message = "An error that nobody has put into Chinese.";
      const told = tell({ message, extensions: { code } }, "zh-CN");
      expect(told.message).toMatch(HAN);
      expect(latinSentence(told.message)).toBeUndefined();
    }
  });

  it.each([
    ["UNPLANNABLE", unplannable({ reason: "Query.a is not fetched", field: "Query.a" })],
    ["SUBGRAPH_UNAVAILABLE", subgraphUnavailable("resources", "did not answer in time", "UNKNOWN")],
    ["SUBGRAPH_UNAVAILABLE", databaseUnavailable({ fault: "is shutting down or has crashed" })],
  ])("in %s of the gateway, whatever the cause", (code, error) => {
    const told = tell(error.toJSON(), "zh-CN");
    expect(told.extensions?.["code"]).toBe(code);
    expect(told.message).toMatch(HAN);
    expect(latinSentence(JSON.stringify(told))).toBeUndefined();
  });
});

describe("messages have Chinese words", () => {
  it("for all fields of inputs and arguments of queries", () => {
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.keys(type.getFields()));
    const roots = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((root) =>
      Object.values(root?.getFields() ?? {}).flatMap(({ args }) => args.map(({ name }) => name)),
    );
    const wordless = new Set([...inputs, ...roots].filter((name) => !(name in FIELDS)));
    expect([...wordless]).toEqual([]);
  });

  it("for fields of their own only in types that have them", () => {
    for (const [name, words] of Object.entries(FIELDS_OF)) {
      const type = schema.getType(name);
      const fields = isObjectType(type) || isInputObjectType(type) ? type.getFields() : {};
      const known = Object.keys(words).filter((field) => field in fields);
      expect({ name, any: known.length > 0 }).toEqual({ name, any: true });
    }
  });

  it("for records, by the names of their types", () => {
    const names = types.filter(isObjectType).map(({ name }) => name);
    expect(Object.keys(NOUNS).filter((noun) => !names.includes(noun))).toEqual([]);
  });

  it("for every state of a record, and for no others", () => {
    for (const noun of Object.keys(NOUNS)) {
      const values = valuesOf(`${noun}State`);
      if (!values) continue;
      const words: object = Reflect.get(STATES, noun) ?? {};
      expect({ noun, states: Object.keys(words).toSorted() }).toEqual({
        noun,
        states: values.toSorted(),
      });
    }
  });

  it.each(Object.entries(ENUMERATIONS))("for every value of %s", (name, words) => {
    expect(Object.keys(words).toSorted()).toEqual(valuesOf(name)?.toSorted());
  });
});
