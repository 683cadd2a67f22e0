import type { PlanNode } from "@graphql-hive/router-query-planner";
import { GraphQLError } from "graphql";
import { selectByType } from "../document/by-type.ts";
import type { Supergraph } from "../supergraph/supergraph.ts";
import { type PlanRequest, tooComplex } from "./planner.ts";

/**
 * Plans an operation; where the planner finds no way to the fields of an interface as such, by way of
 * the types behind it.
 *
 * @throws HubError `QUERY_TOO_COMPLEX`; Error if there is no plan.
 */
export async function planOperation(
  { planner, apiSchema }: Supergraph,
  request: PlanRequest,
): Promise<PlanNode | undefined> {
  try {
    return await planner.plan(request);
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    if (/recursion limit/i.test(String(error))) throw tooComplex("nests selections too deep");
    const document = selectByType(apiSchema, request.document);
    if (document === undefined) throw error;
    return await planner.plan({ ...request, document });
  }
}
