/**
 * Default for the maximum time of a statement, in milliseconds: four fifths of the usual deadline of a request.
 */
export const DEFAULT_STATEMENT_LIMIT_MS = 12_000;

/** The part of a request's deadline that one statement may take. The rest is for everything else. */
const PART_OF_DEADLINE = 0.8;
/** A statement has at least this time, however short the deadline is, in milliseconds. */
const LEAST_MS = 1000;

/**
 * Longest a statement may run, in milliseconds. A statement that runs longer than its request may take is of no
 * use; PostgreSQL cancels it (`statement_timeout`).
 *
 * @param deadlineMs of a request, in milliseconds.
 */
export function statementLimitFor(deadlineMs: number): number {
  return Math.max(LEAST_MS, Math.round(deadlineMs * PART_OF_DEADLINE));
}
