import { type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner";
import { HubError } from "@alliance-hub/kit/errors/hub-error";

/** Plans operations over one supergraph, outside the event loop. */
export interface Planner {
  /**
   * The plan of an operation; undefined if nothing needs to be fetched.
   *
   * @throws HubError `QUERY_TOO_COMPLEX` when the budget is used up.
   */
  plan(request: PlanRequest): Promise<PlanNode | undefined>;
  /** Thresholds, in percent, of `@override(label: "percent(n)")` in the supergraph, ascending. */
  readonly overridePercentages: readonly number[];
}

/** What is to be planned. */
export interface PlanRequest {
  /** Printed GraphQL without introspection at the root. */
  readonly document: string;
  readonly operationName: string | undefined;
  /** 0 to under 100; a field overridden for n percent comes from its new subgraph below n. */
  readonly percentage: number;
}

/** Longest that one plan may take. */
const BUDGET_MS = 2000;

/** Plans under way at once: half of the threads that Node has for work outside the event loop. */
const AT_ONCE = 2;

/**
 * A planner of one supergraph.
 *
 * @throws Error if the text is no supergraph.
 */
export function createPlanner(supergraphSdl: string): Planner {
  const native = new QueryPlanner(supergraphSdl);
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<void> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const done = (): void => {
    running -= 1;
    waiting.shift()?.();
  };

  return {
    overridePercentages: native.overridePercentages.toSorted((a, b) => a - b),
    plan: async ({ document, operationName, percentage }) => {
      await turn();
      const budget = AbortSignal.timeout(BUDGET_MS);
      try {
        const { node } = await native.planAsync(
          document,
          operationName,
          new Set(),
          percentage,
          budget,
        );
        return node;
      } catch (error) {
        if (budget.aborted) throw tooComplex(`could not be planned within ${BUDGET_MS} ms`);
        throw error;
      } finally {
        done();
      }
    },
  };
}

/** `QUERY_TOO_COMPLEX`, refused as a whole. */
export function tooComplex(fault: string): HubError {
  return new HubError("QUERY_TOO_COMPLEX", `The document ${fault}. Ask for less in one request.`, {
    http: { status: 400 },
  });
}
