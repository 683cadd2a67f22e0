import { readFile } from "node:fs/promises";
import { readCases } from "@alliance-hub/test/conformance/cases/read-cases";
import { supergraphOf } from "@alliance-hub/test/conformance/cases/stage";
import { BY_CONCERN } from "@alliance-hub/test/conformance/differential/cuts/by-concern";
import { BY_INTERFACE } from "@alliance-hub/test/conformance/differential/cuts/by-interface";
import { BY_SHARING } from "@alliance-hub/test/conformance/differential/cuts/by-sharing";
import { compose } from "@alliance-hub/test/support/federation/compose";
import { describe, expect, it } from "@jest/globals";
import { comparable } from "./comparable.ts";
import { composeByApollo } from "./compose-by-apollo.ts";

const CASES = Array.from(await readCases());
const SCHEMA = new URL("../../../../schema/", import.meta.url);
const textOf = async (file: string): Promise<string> =>
  await readFile(new URL(file, SCHEMA), "utf8");

describe("@apollo/composition writes the same supergraph", () => {
  it("of the hub, as it is committed", async () => {
    const known = JSON.parse(await textOf("subgraphs.json")) as { name: string; port: number }[];
    const subgraphs = await Promise.all(
      known.map(async ({ name, port }) => ({
        name,
        sdl: await textOf(`${name}.graphql`),
        url: `http://127.0.0.1:${port}/graphql`,
      })),
    );
    const committed = await textOf("supergraph.graphql");
    expect(comparable(committed)).toBe(comparable(composeByApollo(subgraphs)));
  });

  it.each(CASES)("of the case %s", (_name, one) => {
    expect(comparable(supergraphOf(one))).toBe(comparable(composeByApollo(one.subgraphs)));
  });

  it.each([BY_CONCERN, BY_INTERFACE, BY_SHARING])("of the cut $name", ({ subgraphs }) => {
    const texts = Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl }));
    expect(comparable(compose(texts))).toBe(comparable(composeByApollo(texts)));
  });
});

describe("both refuse", () => {
  it.each([
    [
      "a field that two subgraphs define without sharing it",
      "type Query { a: Int }",
      "type Query { a: Int }",
    ],
    [
      "types that cannot be merged",
      "type Query { a: Int @shareable }",
      "type Query { a: String @shareable }",
    ],
    [
      "a key of a field that is not there",
      'type Query { a: A } type A @key(fields: "id") { b: Int }',
      "type Query { b: Int }",
    ],
    [
      "a field that nothing leads to",
      'type Query { a: A } type A @key(fields: "id", resolvable: false) { id: ID! }',
      'type Query { b: Int } type A @key(fields: "name") { name: ID! c: Int }',
    ],
  ])("%s", (_what, one, other) => {
    const subgraphs = [
      { name: "one", sdl: one },
      { name: "other", sdl: other },
    ];
    expect(() => compose(subgraphs)).toThrow();
    expect(() => composeByApollo(subgraphs)).toThrow();
  });
});
