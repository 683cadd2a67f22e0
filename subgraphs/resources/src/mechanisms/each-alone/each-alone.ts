import { awayIn } from "@alliance-hub/platform/errors/database-away";

/**
 * Does something with each of several records, one after the other. What is wrong with one does not keep the others from
 * their turn; an outage concerns all of them, and ends it.
 *
 * @param what words for the error, such as `waiting lists stay`.
 * @throws AggregateError what was wrong with some of them, once the others are done.
 */
export async function eachAlone(
  ids: readonly string[],
  what: string,
  step: (id: string) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const id of ids) {
    try {
      await step(id);
    } catch (error) {
      if (awayIn(error)) throw error;
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} ${what}`);
}
