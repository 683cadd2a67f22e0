import { type Behaviour, json } from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { askEngine } from "../../support/federation/ask-engine.ts";
import { WHOLE, expectFaults } from "./expect-fault.ts";
import { type FaultStage, QUERY, openFaultStage, sound } from "./stage.ts";

/** Answers a fetch of entities so, others soundly. */
const entities =
  (answer: unknown): Behaviour =>
  (response, arrived) =>
    (arrived.body.includes("_entities") ? json({ data: { _entities: answer } }) : sound)(
      response,
      arrived,
    );

/** Answers fetches of root fields so, others soundly. */
const root =
  (data: unknown): Behaviour =>
  (response, arrived) =>
    (arrived.body.includes("_entities") ? sound : json({ data }))(response, arrived);

const sizes = (sizeOf: (nth: number) => unknown): object[] =>
  [1, 2, 3].map((nth) => item(nth, { size: sizeOf(nth) }));
const item = (nth: number, other: object): object => ({
  __typename: "Item",
  ...WHOLE.items[nth - 1],
  ...other,
});
const first = (other: object): object[] => [item(1, other), item(2, {}), item(3, {})];

const { depot } = WHOLE;

/** What `stock` answers, and which of its positions are null for it. */
const SHAPES: Readonly<Record<string, readonly [Behaviour, readonly string[]]>> = {
  "no list of entities": [entities("none"), ["size", "parts", "box"]],
  "an object of entities": [entities({}), ["size", "parts", "box"]],
  "null for entities": [entities(null), ["size", "parts", "box"]],
  "too few entities": [entities([item(1, {})]), ["1.size", "2.size", "1.parts", "2.box"]],
  "a text for an entity": [entities(["one", item(2, {}), item(3, {})]), ["0.size", "0.box"]],
  "a list for an entity": [entities([[], item(2, {}), item(3, {})]), ["0.size", "0.parts"]],
  "objects for scalars": [entities(sizes(() => ({}))), ["size"]],
  "lists for scalars": [entities(sizes(() => [1])), ["size"]],
  "texts for numbers": [entities(sizes(() => "big")), ["size"]],
  "a text for an object": [entities(first({ box: "box" })), ["0.box"]],
  "a list for an object": [entities(first({ box: [{ code: "1" }] })), ["0.box"]],
  "an object for a list": [entities(first({ parts: { label: "1" } })), ["0.parts"]],
  "a text for a list": [entities(first({ parts: "parts" })), ["0.parts"]],
  "a text in a list of objects": [entities(first({ parts: ["part"] })), ["0.parts.0"]],
  "a list in a list of objects": [entities(first({ parts: [[]] })), ["0.parts.0"]],
  "a root object that is a text": [root({ depot: "Lin", open: true }), ["depot"]],
  "a root object that is a list": [root({ depot: [depot], open: true }), ["depot"]],
  "a root scalar that is an object": [root({ depot, open: {} }), ["open"]],
};

describe("a subgraph that answers", () => {
  let stage: FaultStage;
  beforeAll(async () => {
    stage = await openFaultStage();
  });
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it.each(Object.entries(SHAPES))("%s", async (_shown, [behaviour, nulls]) => {
    stage.stock.behave(behaviour);
    const result = await askEngine(stage.engine, { query: QUERY });
    const names = result.errors?.map(({ path = [] }) => path.join(".")) ?? [];
    for (const name of nulls) expect(names).toContainEqual(expect.stringMatching(endOf(name)));
    expectFaults(result);
    const known = result.data?.["items"] as { id: string; name: string; price: number }[];
    expect(known.map(({ id, name, price }) => ({ id, name, price }))).toEqual(
      WHOLE.items.map(({ id, name, price }) => ({ id, name, price })),
    );
    stage.stock.behave(sound);
    expect(await askEngine(stage.engine, { query: QUERY })).toEqual({ data: WHOLE });
  });

  it("too many entities: those that were asked for are there", async () => {
    stage.stock.behave(entities([1, 2, 3, 3].map((nth) => item(nth, {}))));
    expect(await askEngine(stage.engine, { query: QUERY })).toEqual({ data: WHOLE });
  });
});

function endOf(name: string): RegExp {
  return new RegExp(`(^|\\.)${name.replaceAll(".", "\\.")}$`, "u");
}
