import { type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Words } from "@alliance-hub/platform/words/words";
import { LRUCache } from "lru-cache";
import { PlannerEnded, type PlannerProcess, startPlannerProcess } from "./planner-process.ts";

/** Plans operations over one supergraph, in processes beside this one. */
export interface Planner extends AsyncDisposable {
  /**
   * The plan of an operation; undefined if nothing needs to be fetched.
   *
   * @throws HubError `QUERY_TOO_COMPLEX` when the budget is used up; Error when it cannot be planned.
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

/** Longest that one plan may take, in milliseconds. */
const BUDGET_MS = 2000;

/** Most processes; the second is started when a plan finds the first at work. */
const MOST_PROCESSES = 2;

/**
 * Documents remembered because the planner did not survive them or did not get done with them, and
 * for how long: a machine that stood still for a moment must not condemn a document for good.
 */
const MOST_REMEMBERED = 200;
const REMEMBERED_MS = 60_000;

/**
 * A planner of one supergraph. The native planner runs in processes of its own: a document that it
 * does not survive, or does not get done with, costs that document's request and nobody else's.
 *
 * @throws Error if the text is no supergraph.
 */
export function createPlanner(supergraphSdl: string): Planner {
  const { overridePercentages } = new QueryPlanner(supergraphSdl);
  // The first is there before it is needed.
  const idle: PlannerProcess[] = [startPlannerProcess(supergraphSdl)];
  const waiting: ((process: PlannerProcess) => void)[] = [];
  const fatal = new LRUCache<string, Error>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  let started = 1;
  let isClosed = false;

  const take = async (): Promise<PlannerProcess> => {
    const free = idle.pop();
    if (free) return free;
    if (started >= MOST_PROCESSES) return await new Promise((resolve) => waiting.push(resolve));
    started += 1;
    return startPlannerProcess(supergraphSdl);
  };
  /** Hands the process on; one that has ended is replaced if somebody waits for it. */
  const giveBack = (process: PlannerProcess): void => {
    const next = waiting.shift();
    if (next) next(process.hasEnded() ? startPlannerProcess(supergraphSdl) : process);
    else if (process.hasEnded()) started -= 1;
    else if (isClosed) {
      started -= 1;
      process.kill();
    } else idle.push(process);
  };

  const attempt = async (request: PlanRequest): Promise<PlanNode | undefined> => {
    const process = await take();
    let budget: NodeJS.Timeout | undefined;
    let isLate = false;
    try {
      await process.ready;
      budget = setTimeout(() => {
        // A plan that is there and was not read, because this process itself stood still, is taken all the same.
        isLate = true;
        process.kill();
      }, BUDGET_MS);
      return await process.plan(request);
    } catch (error) {
      if (!isLate) throw error;
      const late = tooComplex({
        zh: `未能在 ${BUDGET_MS} 毫秒内作出计划`,
        en: `could not be planned within ${BUDGET_MS} ms`,
      });
      fatal.set(request.document, late);
      throw late;
    } finally {
      clearTimeout(budget);
      giveBack(process);
    }
  };

  return {
    overridePercentages: overridePercentages.toSorted((a, b) => a - b),
    plan: async (request) => {
      const known = fatal.get(request.document);
      if (known) throw known;
      try {
        return await attempt(request);
      } catch (error) {
        if (!(error instanceof PlannerEnded)) throw error;
      }
      // Whatever ended the process may have had nothing to do with the document: once more.
      try {
        return await attempt(request);
      } catch (error) {
        if (error instanceof PlannerEnded) fatal.set(request.document, error);
        throw error;
      }
    },
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      started -= idle.length;
      for (const process of idle.splice(0)) process.kill();
    },
  };
}

/** `QUERY_TOO_COMPLEX`: the whole document is rejected. */
export function tooComplex({ zh, en }: Words): HubError {
  return new HubError(
    "QUERY_TOO_COMPLEX",
    {
      zh: `查询文档${zh}。请减少一次查询的内容。`,
      en: `The document ${en}. Ask for less in one request.`,
    },
    { http: { status: 400 } },
  );
}
