import { QueryPlanner } from "@graphql-hive/router-query-planner";
import type { PlanAnswer } from "./planner-process.ts";
import type { PlanRequest } from "./planner.ts";

/** The process that plans: first a supergraph, then one request after the other. */
let planner: QueryPlanner | undefined;

process.on("message", (message: string | PlanRequest) => {
  if (typeof message === "string") {
    planner = new QueryPlanner(message);
    process.send?.("ready");
  } else {
    process.send?.(plan(message));
  }
});
process.once("disconnect", () => process.exit());

function plan({ document, operationName, percentage }: PlanRequest): PlanAnswer {
  try {
    return { node: planner?.plan(document, operationName, new Set(), percentage).node };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
