import { expect, it } from "@jest/globals";
import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import fc from "fast-check";
import {
  type DocumentNode,
  type GraphQLSchema,
  NoUnusedVariablesRule,
  executeSync,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { Run } from "../plan/run.ts";
import { project } from "../result/project.ts";
import { createSelection } from "../result/create-selection.ts";
import { plannableOf } from "./plannable.ts";
import { possibleIn } from "../document/possible.ts";
import { selectOperation } from "../document/select-operation.ts";
import { createSourceNames } from "../document/source-names.ts";
import { HIERARCHIES, resolveAnything } from "./testing/hierarchies.ts";
import { documentsOf } from "./testing/selections.ts";

const RULES = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

const TRIALS = HIERARCHIES.chain((schema) =>
  fc.record({
    schema: fc.constant(schema),
    source: documentsOf(schema),
    form: fc.constantFrom("as asked" as const, "by type" as const, "widened" as const),
    varied: fc.subarray(["A.p", "B.p", "A.x", "C.q", "D.x"]),
    required: fc.subarray(["y", "r"]),
  }),
);

function ask(schema: GraphQLSchema, document: DocumentNode): unknown {
  const { data, errors } = executeSync({ schema, document, fieldResolver: resolveAnything });
  expect(errors).toBeUndefined();
  return data;
}

it("the normal form of a document brings what the document asks for", () => {
  fc.assert(
    fc.property(TRIALS, ({ schema, source, form, varied, required }) => {
      const document = parse(source);
      expect(validate(schema, document, RULES)).toEqual([]);
      const operation = selectOperation(document, undefined);
      const root = schema.getQueryType();
      if (!root) throw new Error("The schema has no query type");
      const names = createSourceNames({
        isVaried: (type, field) => varied.includes(`${type}.${field}`),
        isRequired: (field) => required.includes(field),
      });
      const conditions = (): boolean => true;
      const fragments = fragmentsOf(document);
      const plannable = plannableOf(operation, root, {
        schema,
        possible: possibleIn(schema),
        fragments,
        conditions,
        names,
        denials: undefined,
        hidesTypes: () => false,
        form,
        mostFields: 100_000,
        only: undefined,
        isApart: () => false,
        onApart: ({ field }) => [field],
      });
      if (typeof plannable === "string") throw new Error(plannable);
      const written = parse(plannable.text);
      expect(validate(schema, written)).toEqual([]);
      const selection = createSelection(root.name, [operation.selectionSet], {
        schema,
        fragments,
        conditions,
        names,
        denials: undefined,
        hidden: { isType: () => false, behind: () => true, valuesOf: () => new Set() },
      });
      const run = { data: ask(schema, written), faults: [], missing: new Map() };
      const parts = { ready: undefined, ownerOf: undefined };
      const got = project(selection, run as unknown as Run, parts); // the parts of a run that projecting reads
      expect(JSON.stringify(got)).toBe(JSON.stringify(ask(schema, document)));
      expect(run.faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
