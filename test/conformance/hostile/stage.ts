import type { Engine } from "@alliance-hub/gateway/engine/engine";
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
      type Query { word${nth}: String, blob${nth}: Blob ${nth === 0 ? "node: Node, nodes: [Node]" : ""} }
      scalar Blob
      interface Node { id: ID!, f${nth}: String ${nth === 0 ? "node: Node" : ""} }
      ${kinds
        .map(
          (kind) => `type ${kind} implements Node @key(fields: "id") {
            id: ID!, f${nth}: String ${nth === 0 ? "node: Node" : ""}
          }`,
        )
        .join("\n")}
    `,
    root: {
      node: { __typename: "K0", id: "1", node: { __typename: "K1", id: "2" } },
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
