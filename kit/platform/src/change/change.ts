import { type ConstraintFaults, translateDatabaseFault } from "../errors/database-fault.ts";
import { HubError, conflict } from "../errors/hub-error.ts";
import { type BaseContext, type Work, subjectOf } from "../subgraph/context.ts";
import { traced } from "../trace/span.ts";
import { noteChange } from "../subgraph/outcome.ts";
import { type AuditNote, appendAudit } from "./audit.ts";
import { claimKey, settleKey } from "./idempotency.ts";
import { readSnapshot, takeSnapshot } from "./snapshot.ts";

/** One mutation. */
export interface ChangeOptions<T> {
  /** The mutation's name, such as `bookResource`. */
  readonly action: string;
  readonly input: object & { idempotencyKey?: string | null };
  /** Reads the record again when the same key comes a second time, as this viewer may see it. */
  readonly reload: (id: string) => Promise<T | null | undefined>;
  /** What a violated constraint means to the caller. */
  readonly constraints?: ConstraintFaults;
}

/** What the work of a mutation leaves. */
export interface ChangeResult<T> {
  readonly record: T;
  readonly audit: AuditNote;
}

/**
 * One write, one transaction: the work, its audit entry and the idempotency key are committed
 * together, with one flush, or not at all. Every mutation of every subgraph runs through here.
 *
 * @throws HubError what the work throws, and database faults in the catalogue's words: also that nobody
 *   knows whether the change was made, where the connection broke while it was committed.
 */
export async function change<DB, T extends object>(
  context: BaseContext<DB>,
  options: ChangeOptions<T>,
  work: (work: Work<DB>) => Promise<ChangeResult<T>>,
): Promise<T> {
  const { action, input } = options;
  const key = input.idempotencyKey;
  const call = key == null ? undefined : { subject: subjectOf(context.viewer), key, action, input };
  let isCommitted = false;
  try {
    const done = await traced(`transaction ${action}`, {}, () =>
      context.database.fork().transactional(async (em) => {
        // It has waited for others to end, and nobody waits for it any more.
        if (context.signal.aborted) throw notBegun();
        const transaction = context.database.rowsOf(em);
        const repeated = call && (await claimKey(transaction, call));
        if (repeated !== undefined) return { repeated };
        const changed = await work({ em, rows: transaction, now: context.clock() });
        await em.flush();
        await appendAudit(context, transaction, { ...changed.audit, action });
        if (call) {
          const { recordId } = changed.audit;
          await settleKey(transaction, call, { recordId, snapshot: takeSnapshot(changed.record) });
        }
        return { record: changed.record };
      }),
    );
    // A repeated one was committed the first time.
    isCommitted = true;
    noteChange(context);
    if ("record" in done) return done.record;
    const record = await options.reload(done.repeated.recordId);
    if (record == null)
      throw conflict(
        "The record made by the first call with this idempotencyKey is no longer there.",
      );
    // Whoever may no longer see the record gets nothing; whoever may gets the first answer.
    return { ...record, ...readSnapshot(done.repeated.snapshot) };
  } catch (error) {
    throw translateDatabaseFault(
      error,
      options.constraints ?? {},
      isCommitted ? "CHANGED" : "UNCHANGED",
    );
  }
}

function notBegun(): HubError {
  return new HubError(
    "OVERLOADED",
    "The change could not be begun in time, and was not made. Send the request again in a moment.",
  );
}

/**
 * Refuses a change that was made from an older version.
 *
 * @throws HubError `CONFLICT`, naming both versions.
 */
export function requireVersion(
  record: { readonly version: number },
  version: number | null | undefined,
): void {
  if (version != null && version !== record.version) {
    throw conflict(
      `The record has version ${record.version}; you worked from version ${version}. Read it again and repeat the step.`,
      { version: record.version },
    );
  }
}
