import { isDeadlock } from "../errors/database-fault.ts";

/** How often a transaction is begun at most. */
const MOST_ATTEMPTS = 4;

/**
 * Does a transaction again that PostgreSQL ended because it and another one waited for each other. Nothing of it was
 * kept, and the other one has gone on, so whoever asked need not know.
 *
 * @param transact the whole transaction: it begins anew each time, and reads anew what it decides by.
 * @throws the deadlock itself after four attempts; any other error at once.
 */
export async function despiteDeadlocks<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
}
