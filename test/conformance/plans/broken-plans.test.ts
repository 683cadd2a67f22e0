import { readdirSync } from "node:fs";
import { prepareOperation } from "@alliance-hub/gateway/engine/operation/operation";
import type { Planner } from "@alliance-hub/gateway/engine/planner/planner";
import { readSupergraph } from "@alliance-hub/gateway/engine/operation/supergraph";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { getOperationAST, parse, validate } from "graphql";
import { requestContext } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { buildSubgraph } from "../../support/federation/subgraph.ts";
import { createSchemaTransport } from "../../support/federation/transport.ts";
import type { ConformanceCase } from "../cases/case.ts";
import { hasData } from "../cases/expect-outcome.ts";
import { BREAKS } from "./break-plan.ts";

const CASES = new URL("../cases/", import.meta.url);
const FILES = readdirSync(CASES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".case.js"))
  .toSorted();

/** Broken plans for each operation. */
const BROKEN = 6;

/** What a planner that breaks its plans leads to. */
async function openBroken({ subgraphs }: ConformanceCase) {
  const supergraph = readSupergraph(compose(subgraphs));
  let journal: string[] = [];
  const transports = new Map(
    subgraphs.map((table) => [
      table.name,
      createSchemaTransport({
        name: table.name,
        schema: buildSubgraph(table),
        rootValue: table.root ?? {},
        context: () => ({ journal }),
      }),
    ]),
  );
  return {
    supergraph,
    prepare: async (query: string, plan: Planner["plan"]) => {
      const document = parse(query);
      const operation = getOperationAST(document, null);
      if (!operation || validate(supergraph.apiSchema, document).length > 0) return undefined;
      journal = [];
      const planner = { ...supergraph.planner, plan };
      return await prepareOperation(
        { document, operation },
        { ...supergraph, planner },
        {
          satisfies: supergraph.satisfies,
          isObjectType: supergraph.isObjectType,
          transportTo: (name) => {
            const transport = transports.get(name);
            if (!transport) throw new Error(`There is no subgraph ${name}`);
            return transport;
          },
        },
      );
    },
    [Symbol.asyncDispose]: () => supergraph.planner[Symbol.asyncDispose](),
  };
}

describe.each(FILES)("%s, with plans that lack something", (file) => {
  it("is answered rightly or not at all", async () => {
    const { CASE } = (await import(new URL(file, CASES).href)) as { CASE: ConformanceCase };
    await using broken = await openBroken(CASE);
    for (const [shown, ask] of Object.entries(CASE.asks)) {
      if (ask.data === undefined || ask.errors) continue;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(BREAKS)),
          fc.nat({ max: 1000 }),
          async (way, number) => {
            let calls = 0;
            const prepared = await broken
              .prepare(ask.query, async (request) => {
                // What would be planned in its stead is not what is held here.
                if (calls++ > 0) throw new Error("There is no other plan.");
                const plan = await broken.supergraph.planner.plan(request);
                return (plan && BREAKS[way]?.(plan, number)) ?? plan;
              })
              .catch((error: unknown) => String(error));
            if (prepared === undefined) return;
            if (typeof prepared === "string") {
              expect(prepared).toContain("No plan answers");
              return;
            }
            const { data, errors = [] } = await prepared.execute(ask.variables, requestContext());
            const isRejected = errors.some(({ message }) => message.includes("No plan answers"));
            const right = isRejected || hasData(data, ask);
            if (!right) throw new Error(`${shown}: ${JSON.stringify({ data, errors })}`);
          },
        ),
        { numRuns: BROKEN },
      );
    }
  });
});
