import type { PlanNode } from "@graphql-hive/router-query-planner";
import { GraphQLError } from "graphql";
import type { Plannable } from "../document/plannable.ts";
import { type PlanRequest, type Planner, tooComplex } from "./planner.ts";

/** How an operation may be put to the planner. */
export type Form = "as asked" | "by type";

/** An operation that is to be planned, in whatever form. */
export interface PlanOrder extends Omit<PlanRequest, "document"> {
  readonly write: (form: Form) => Plannable;
}

/**
 * Plans an operation; where the planner finds no way to the fields of an interface as such, by way of
 * the types behind it.
 *
 * @returns undefined if nothing has to be fetched.
 * @throws HubError `QUERY_TOO_COMPLEX`; Error if there is no plan.
 */
export async function planOperation(
  planner: Planner,
  { write, ...request }: PlanOrder,
): Promise<PlanNode | undefined> {
  const asked = write("as asked");
  if (asked === "nothing") return undefined;
  if (asked === "too much") throw tooComplex("asks for too many fields of too many types");
  try {
    return await planner.plan({ ...request, document: asked.text });
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    if (/recursion limit/i.test(String(error))) throw tooComplex("nests selections too deep");
    const byType = write("by type");
    if (typeof byType === "string" || byType.text === asked.text) throw error;
    return await planner.plan({ ...request, document: byType.text });
  }
}
