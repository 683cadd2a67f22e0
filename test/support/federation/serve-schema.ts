import type { Behaviour } from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { json } from "@alliance-hub/gateway/engine/transport/testing/http-server";
import { graphql } from "graphql";
import { type SubgraphTable, buildSubgraph } from "./subgraph.ts";

/** Stands in for a subgraph's server and does what it should. */
export function serveSchema(table: SubgraphTable): Behaviour {
  const schema = buildSubgraph(table);
  return (response, arrived) => {
    const { query, variables, operationName } = JSON.parse(arrived.body);
    void graphql({
      schema,
      source: query,
      rootValue: table.root ?? {},
      contextValue: { journal: [] },
      variableValues: variables,
      operationName,
    }).then((result) => json(result)(response, arrived));
  };
}
