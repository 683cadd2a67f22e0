import { setImmediate } from "node:timers/promises";
import type { Engine } from "@alliance-hub/gateway/engine/engine";
import { parse, validate } from "graphql";
import { requestContext } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { type SubgraphTable, buildSubgraph } from "../../support/federation/subgraph.ts";
import { createSchemaTransport } from "../../support/federation/transport.ts";

/** Implementations of the interface, and subgraphs that know a field of each. */
export const KINDS = 20;
const SUBGRAPHS = 4;

const kinds = Array.from({ length: KINDS }, (_one, nth) => `K${nth}`);

/** A graph with what attacks on planners need: an interface of many types, spread over subgraphs. */
function tables(): SubgraphTable[] {
  return Array.from({ length: SUBGRAPHS }, (_one, nth) => ({
    name: `s${nth}`,
    sdl: `
      type Query { node${nth}: Node, nodes: [Node] @shareable, word${nth}: String, blob${nth}: Blob }
      scalar Blob
      interface Node { id: ID!, node: Node, f${nth}: String }
      ${kinds
        .map(
          (kind) => `type ${kind} implements Node @key(fields: "id") {
            id: ID!, node: Node @shareable, f${nth}: String, only${nth}${kind}: String
          }`,
        )
        .join("\n")}
    `,
    root: {
      [`node${nth}`]: { __typename: "K0", id: "1", node: { __typename: "K1", id: "2" } },
      nodes: [{ __typename: "K0", id: "1" }],
      [`word${nth}`]: "word",
    },
  }));
}

/** Opens an engine on that graph, subgraphs in this process. @param root further root values. */
export async function openHostileStage(
  root: Readonly<Record<string, unknown>> = {},
): Promise<Engine> {
  const all = tables();
  return await openEngine({
    supergraphSdl: compose(all),
    transport: ({ name }) => {
      const table = all.find((one) => one.name === name);
      if (!table) throw new Error(`There is no subgraph ${name}`);
      return createSchemaTransport({
        name,
        schema: buildSubgraph(table),
        rootValue: { ...table.root, ...root },
        context: () => ({ journal: [] }),
      });
    },
  });
}

/** What became of a document, and how many other requests were answered meanwhile. */
export interface Attack {
  /** Message of the refusal; undefined if it was planned. */
  readonly refusal: string | undefined;
  readonly answeredMeanwhile: number;
}

/** Has a valid document planned while another operation, prepared before, is asked again and again. */
export async function attack(engine: Engine, source: string): Promise<Attack> {
  const other = "{ word0 word1 }";
  const prepared = await engine.prepare({ source: other, document: parse(other) });
  const document = parse(source);
  const faults = validate(engine.apiSchema(), document);
  if (faults.length > 0) throw new Error(faults[0]?.message);
  let isOver = false;
  let answeredMeanwhile = 0;
  const planned = engine
    .prepare({ source, document })
    .then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    await prepared.execute({}, requestContext());
    // The plan comes back through the event loop, as requests do.
    await setImmediate();
    answeredMeanwhile += isOver ? 0 : 1;
  }
  return { refusal: await planned, answeredMeanwhile };
}
