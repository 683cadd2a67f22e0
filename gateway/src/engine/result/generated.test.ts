import { describe, expect, it } from "@jest/globals";
import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import fc from "fast-check";
import { buildSchema, parse } from "graphql";
import { selectOperation } from "../document/select-operation.ts";
import { createSourceNames } from "../document/source-names.ts";
import type { Data, Run } from "../plan/run.ts";
import { project } from "./project.ts";
import { createSelection } from "./create-selection.ts";
import type { Selection } from "./shape.ts";

const schema = buildSchema(`
  type Query { place: Place!, maybe: Place, places: [Place!], found: [Found]! }
  interface Place { id: ID!, name: String }
  union Found = Hall | Room
  type Hall implements Place { id: ID!, name: String, seats: Int!, share: Float, rooms: [Room!]! }
  type Room implements Place {
    id: ID!, name: String, kind: Kind, kinds: [[Kind!]], isOpen: Boolean!, raw: Json, hall: Hall
  }
  enum Kind { SMALL LARGE }
  scalar Json
`);
const document = parse(`{
  place { id ...Shown }
  maybe { called: name }
  places { __typename ... on Hall { share } ...Shown }
  found { ... on Room { isOpen hall { id } } }
}
fragment Shown on Place {
  name
  ... on Hall { seats rooms { id kind kinds } }
  ... on Room { __typename raw kind isOpen }
}`);

/** Names under which subgraphs answer: aliases are the client's alone. */
const names = createSourceNames({
  isVaried: () => false,
  isRequired: () => false,
});

function selection(): Selection {
  const { selectionSet } = selectOperation(document, undefined);
  return createSelection("Query", [selectionSet], {
    schema,
    fragments: fragmentsOf(document),
    conditions: () => false,
    names,
    hidden: { isType: () => false, behind: () => false, valuesOf: () => new Set() },
    denials: undefined,
  });
}

const called = "_alias_0";

/** Mostly what the schema promises; otherwise whatever a subgraph may come up with. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: right },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined, "?", 1.5, {}, [], "LARGE") },
  );
const text = mostly(fc.string({ maxLength: 3 }));
const kind = mostly(fc.constantFrom("SMALL", "LARGE"));
const { hall, room, place } = fc.letrec((tie) => ({
  hall: fc.record({
    __typename: mostly(fc.constant("Hall")),
    id: text,
    name: text,
    [called]: text,
    seats: mostly(fc.integer()),
    share: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
    rooms: mostly(fc.array(tie("room"), { maxLength: 2, depthIdentifier: "rooms" })),
  }),
  room: fc.record({
    __typename: mostly(fc.constant("Room")),
    id: text,
    name: text,
    [called]: text,
    kind,
    kinds: mostly(fc.array(mostly(fc.array(kind, { maxLength: 2 })), { maxLength: 2 })),
    isOpen: mostly(fc.boolean()),
    raw: mostly(fc.jsonValue({ maxDepth: 1 })),
    hall: fc.option(fc.record({ __typename: fc.constant("Hall"), id: text })),
  }),
  place: fc.oneof(tie("hall"), tie("room")),
}));
const answer = fc.record({
  place: mostly(place),
  maybe: mostly(place),
  places: mostly(fc.array(mostly(place), { maxLength: 3 })),
  found: mostly(fc.array(mostly(fc.oneof(hall, room)), { maxLength: 3 })),
});

const PROPER = {
  place: {
    __typename: "Hall",
    id: "1",
    name: null,
    seats: 3,
    rooms: [{ id: "2", kind: "LARGE", kinds: [["SMALL"], null] }],
  },
  maybe: { __typename: "Room", [called]: "小会议室" },
  places: [{ __typename: "Room", raw: { a: 1 }, kind: null, isOpen: true, name: "x" }],
  found: [null, { __typename: "Hall" }, { __typename: "Room", isOpen: false, hall: null }],
};

/** What the projection itself makes of an answer; `ready` keeps it from using the code. */
function projected(from: Selection, data: unknown): { result: Data | null; faults: number } {
  const run = { data, faults: [], missing: new Map() } as unknown as Run; // the parts of a run that are read
  const result = project(from, run, { ready: {}, ownerOf: undefined });
  return { result, faults: run.faults.length };
}

describe("the code made for a selection", () => {
  const warm = selection();
  // Until it is worth while, and again for each type that is met.
  for (let times = 0; times < 500; times++) warm.generated.complete(structuredClone(PROPER));

  it("answers what is as the schema promises", () => {
    const { result, faults } = projected(selection(), PROPER);
    expect(faults).toBe(0);
    expect(JSON.stringify(warm.generated.complete(PROPER))).toBe(JSON.stringify(result));
  });

  it("answers as the projection does, or leaves it to that", () => {
    let answered = 0;
    fc.assert(
      fc.property(answer, (data) => {
        const made = warm.generated.complete(data);
        if (made === undefined) return;
        answered += 1;
        const { result, faults } = projected(warm, data);
        expect(faults).toBe(0);
        expect(JSON.stringify(made)).toBe(JSON.stringify(result));
      }),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(500);
  });

  it("is not made for a selection that has hardly been used", () => {
    expect(selection().generated.complete(PROPER)).toBeUndefined();
  });
});
