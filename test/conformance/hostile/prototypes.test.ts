import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Engine } from "@alliance-hub/gateway/engine/engine";
import { askEngine } from "../../support/federation/ask-engine.ts";
import { openHostileStage } from "./stage.ts";

/** Names that every object inherits. */
const NAMES = ["constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];

/** As JSON has it: `__proto__` is a key like any other. */
const BLOB: unknown = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"list":[{"__proto__":1}]}',
);

describe("names of prototypes", () => {
  let engine: Engine;
  const before = Object.getOwnPropertyNames(Object.prototype);
  beforeAll(async () => {
    engine = await openHostileStage({ blob0: BLOB, blob1: BLOB });
  });
  afterAll(async () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    await engine[Symbol.asyncDispose]();
  });

  it.each(NAMES)("as alias: %s", async (name) => {
    const query = `{ ${name}: node { ${name}: id } word0 nodes { ${name}: f1 id } }`;
    const { data, errors } = await askEngine(engine, { query });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      `{"${name}":{"${name}":"1"},"word0":"word","nodes":[{"${name}":null,"id":"1"}]}`,
    );
  });

  it("as alias: __proto__, over the root and over entities", async () => {
    const query = "{ __proto__: node { __proto__: id f1 } word1 nodes { __proto__: f2 id } }";
    const { data, errors } = await askEngine(engine, { query });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      '{"__proto__":{"__proto__":"1","f1":null},"word1":"word","nodes":[{"__proto__":null,"id":"1"}]}',
    );
  });

  it("as keys of a scalar are delivered as they came", async () => {
    const { data } = await askEngine(engine, { query: "{ blob0 blob1 __proto__: blob0 }" });
    const text = JSON.stringify(BLOB);
    expect(JSON.stringify(data)).toBe(`{"blob0":${text},"blob1":${text},"__proto__":${text}}`);
  });

  it("as keys of variables go to the subgraph and do no harm", async () => {
    const variables: Record<string, unknown> = JSON.parse('{"__proto__":{"yes":true},"yes":false}');
    const query = "query Q($yes: Boolean!) { word0 @include(if: $yes) word1 }";
    const { data } = await askEngine(engine, { query, variables });
    expect(data).toEqual({ word1: "word" });
  });
});
