import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { Kind, parse } from "graphql";
import { parseExamples, withSamples } from "./examples.ts";
import { samples, sectionTitles } from "./samples.ts";

const document = `# About the file: belongs to no section.

# ── places and people ─────────

query Place($code: String!) {
  # code: six digits,
  #       or twelve
  place(code: $code) { name } # not this one
}

query Unremarked { place { name } }

# ── writing ──

mutation Rename { rename }
{ nameless }
fragment Part on Place { name }
`;

const contract = readFile(
  new URL("../../../../schema/client-operations.graphql", import.meta.url),
  "utf8",
);
const now = new Date("2026-03-01T17:30:00Z");

describe("the examples of a document", () => {
  const examples = parseExamples(document);

  test("are its named operations, in order, with kind and section", () => {
    expect(examples.map(({ section, kind, name }) => [section, kind, name])).toEqual([
      ["places and people", "query", "Place"],
      ["places and people", "query", "Unremarked"],
      ["writing", "mutation", "Rename"],
    ]);
  });

  test("keep the text as written, comments included", () => {
    expect(examples[0]?.query).toMatch(
      /^query Place\(\$code: String!\) \{\n  # code: six digits,\n[^]*# not this one\n\}$/,
    );
  });

  test("take the comment at the top of the body, in one line", () => {
    expect(examples.map(({ comment }) => comment)).toEqual(["code: six digits, or twelve", "", ""]);
  });

  test("without a sample have no variables and no title", () => {
    expect(withSamples(examples, now)[0]).toMatchObject({
      title: "",
      variables: {},
      sectionTitle: "",
    });
  });
});

describe("the samples", () => {
  test("cover every operation and section of the contract, and nothing else", async () => {
    const operations = parseExamples(await contract);
    const names = operations.map(({ name }) => name).toSorted();
    expect(Object.keys(samples(now)).toSorted()).toEqual(names);
    expect(Object.keys(sectionTitles)).toEqual([
      ...new Set(operations.map(({ section }) => section)),
    ]);
  });

  test("give every required variable and no undeclared one", async () => {
    for (const node of parse(await contract).definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      const declared = node.variableDefinitions ?? [];
      const names = declared.map(({ variable }) => variable.name.value);
      const required = declared.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
      const given = Object.keys(samples(now)[node.name?.value ?? ""]?.variables ?? {});
      expect(names).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(
        expect.arrayContaining(required.map(({ variable }) => variable.name.value)),
      );
    }
  });

  test("count days where the readers live, ahead of the clock", () => {
    expect(samples(now)["BookResource"]?.variables).toMatchObject({
      input: { during: { start: "2026-03-03T09:00:00+08:00", end: "2026-03-03T11:00:00+08:00" } },
    });
  });
});
