import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { BackupFault } from "./backup-fault.ts";

/** Error codes of sockets whose other side is gone, and messages of `pg` for a connection that has ended. */
const LOST = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
const ENDED =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/**
 * Does work on connections for copying. If a connection breaks, the error says so in a sentence.
 *
 * @param wayOut the resulting state, and what to do.
 * @throws BackupFault if the database was away.
 */
export async function toldIfLost<T>(work: () => Promise<T>, wayOut: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Closing a broken connection may fail, too. The first error gives the reason.
    let first: unknown = error;
    while (first instanceof SuppressedError) first = first.suppressed;
    const fault = awayIn(first)?.fault ?? (isLost(first) ? "broke off the connection" : undefined);
    if (fault === undefined || first instanceof BackupFault) throw error;
    throw new BackupFault(`The database ${fault} (${(first as Error).message}). ${wayOut}`, {
      cause: error,
    });
  }
}

function isLost(error: unknown): boolean {
  return (
    error instanceof Error &&
    (LOST.test(String(Reflect.get(error, "code"))) || ENDED.test(error.message))
  );
}
