import { expect } from "@jest/globals";
import { STATEMENTS, figure } from "./figures.ts";
import type { TestHub } from "./hub.ts";

/** What an answer took: statements, and how long it is in characters. */
export interface Cost {
  readonly cost: number;
  readonly rows: number;
}

/** An operation that somebody sends; anonymous if `as` is undefined. */
export interface Operation {
  readonly query: string;
  readonly variables: object;
  readonly as: string | undefined;
}

/**
 * How many statements an operation takes. The least of several: what the hub does unasked meanwhile, such as clearing its
 * log, only adds.
 */
export async function statementsOf(
  hub: Pick<TestHub, "ask" | "url">,
  { query, variables, as }: Operation,
): Promise<Cost> {
  const costs: number[] = [];
  let rows = 0;
  for (let time = 0; time < 3; time++) {
    const before = await figure(hub.url, STATEMENTS);
    const answer = await hub.ask(query, variables, as);
    expect(answer.codes).toEqual([]);
    expect(before).toBeGreaterThan(0);
    costs.push((await figure(hub.url, STATEMENTS)) - before);
    rows = JSON.stringify(answer.data).length;
  }
  return { cost: Math.min(...costs), rows };
}
