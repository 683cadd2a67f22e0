import { buildSubgraphSchema } from "@apollo/subgraph";
import type { Engine } from "@alliance-hub/gateway/engine/engine";
import {
  type ExecutionResult,
  type GraphQLSchema,
  execute,
  isInterfaceType,
  isObjectType,
  parse,
} from "graphql";
import { type ClientOperation, askEngine } from "../../../support/federation/ask-engine.ts";
import { compose, linked } from "../../../support/federation/compose.ts";
import { openEngine } from "../../../support/federation/engine.ts";
import { createSchemaTransport } from "../../../support/federation/transport.ts";
import type { Cut } from "../cuts/cut.ts";
import { type Faults, createFaults } from "./faults.ts";
import { keyOf, mediaType } from "./keys.ts";
import { type World, resolveField } from "./resolve.ts";
import { GRAPH } from "./values.ts";

/** An answer, and the mutations that were done for it. */
export interface Answer {
  readonly result: ExecutionResult;
  readonly journal: readonly string[];
}

/** What is asked, and the seed of what goes wrong meanwhile. */
export interface Trial extends ClientOperation {
  readonly faultSeed: number;
}

/** Asks the graph as one schema. */
export async function askWhole({ query, variables, faultSeed }: Trial): Promise<Answer> {
  const world: World = { faults: createFaults(faultSeed), journal: [] };
  const result = await execute({
    schema: GRAPH,
    document: parse(query),
    contextValue: world,
    variableValues: variables,
    fieldResolver: resolveField,
  });
  return { result, journal: world.journal };
}

/** The graph behind the engine, cut into subgraphs. */
export interface ServedCut extends AsyncDisposable {
  readonly engine: Engine;
  ask(trial: Trial): Promise<Answer>;
}

/** Composes a cut and opens the engine on it; one operation is asked at a time. */
export async function serveCut(cut: Cut): Promise<ServedCut> {
  let faults: Faults = () => undefined;
  let journal: string[] = [];
  const subgraphs = Object.entries(cut.subgraphs).map(([name, sdl]) => ({ name, sdl }));
  const engine = await openEngine({
    supergraphSdl: compose(subgraphs),
    transport: ({ name }) =>
      createSchemaTransport({
        name,
        schema: buildSchema(cut.subgraphs[name] ?? ""),
        context: () => ({ faults, journal }) satisfies World,
        serialise: cut.serialise,
      }),
  });
  return {
    engine,
    ask: async (trial) => {
      faults = createFaults(trial.faultSeed);
      journal = [];
      return { result: (await askEngine(engine, trial)) as ExecutionResult, journal };
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

function buildSchema(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(linked(sdl)));
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("_") || !(isObjectType(type) || isInterfaceType(type))) continue;
    type.extensions = {
      apollo: { subgraph: { resolveReference: resolverOf(isInterfaceType(type)) } },
    };
    for (const field of Object.values(type.getFields()))
      if (!field.name.startsWith("_")) field.resolve = resolveField;
  }
  return schema;
}

function resolverOf(isInterface: boolean) {
  return async (given: Readonly<Record<string, unknown>>) => {
    const key = keyOf(given);
    return { __typename: isInterface ? mediaType(key) : given["__typename"], key, given };
  };
}
