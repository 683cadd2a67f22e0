import { readFileSync } from "node:fs";
import type { Engine, EngineConfig } from "@alliance-hub/gateway/engine/engine";
import type { FormattedExecutionResult } from "graphql";
import { askEngine } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { buildSubgraph } from "../../support/federation/subgraph.ts";
import { createSchemaTransport } from "../../support/federation/transport.ts";
import type { Ask, ConformanceCase } from "./case.ts";

/** What an engine made of an operation. */
export interface Outcome {
  readonly result: FormattedExecutionResult;
  readonly journal: readonly string[];
  readonly calls: readonly string[];
}

/** The subgraphs of a case behind an engine. */
export interface Stage extends AsyncDisposable {
  readonly engine: Engine;
  ask(ask: Ask): Promise<Outcome>;
}

/** The supergraph of a case. */
export function supergraphOf({ subgraphs, supergraph }: ConformanceCase): string {
  return supergraph === undefined
    ? compose(subgraphs)
    : readFileSync(new URL(`../../../conformance/cases/${supergraph}`, import.meta.url), "utf8");
}

/** Composes a case and opens an engine on it. */
export async function openStage(
  given: ConformanceCase,
  open: (config: EngineConfig) => Promise<Engine>,
): Promise<Stage> {
  let journal: string[] = [];
  let calls: string[] = [];
  const engine = await open({
    supergraphSdl: supergraphOf(given),
    transport: ({ name }) => {
      const table = given.subgraphs.find((subgraph) => subgraph.name === name);
      if (!table) throw new Error(`The case has no subgraph ${name}`);
      return createSchemaTransport({
        name,
        schema: buildSubgraph(table),
        rootValue: table.root ?? {},
        context: () => ({ journal }),
        onCall: (called) => calls.push(called),
      });
    },
  });
  return {
    engine,
    ask: async (ask) => {
      journal = [];
      calls = [];
      return { result: await askEngine(engine, ask), journal, calls: calls.toSorted() };
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
