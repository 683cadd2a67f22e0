import { translateDatabaseFault } from "../errors/database-fault.ts";
import { despiteDeadlocks } from "./despite-deadlocks.ts";
import type { BaseContext, Work } from "../subgraph/context.ts";

/** What a rehearsal ends with, so that its transaction is rolled back. */
class RolledBack extends Error {
  override readonly name: string = "RolledBack";
}

/**
 * Does a change's work in a transaction that is rolled back, and gives what the work gave. So a preview foretells exactly
 * what the change would do, and writes nothing.
 *
 * @throws HubError what the work throws, and database errors in the catalogue's words.
 */
export async function rehearsed<DB, T>(
  context: Pick<BaseContext<DB>, "database" | "clock">,
  work: (work: Work<DB>) => Promise<T>,
): Promise<T> {
  const given: T[] = [];
  try {
    await despiteDeadlocks(() =>
      context.database.fork().transactional(async (em) => {
        given.push(await work({ em, rows: context.database.rowsOf(em), now: context.clock() }));
        throw new RolledBack("Only a rehearsal");
      }),
    );
  } catch (error) {
    if (!(error instanceof RolledBack)) throw translateDatabaseFault(error, {}, "UNCHANGED");
  }
  const [first] = given;
  if (first === undefined) throw new Error("A rehearsal has ended without its result");
  return first;
}
