import { type ConstraintFaults, translateDatabaseFault } from "../errors/database-fault.ts";
import { HubError, conflict } from "../errors/hub-error.ts";
import { overloaded } from "../errors/overloaded.ts";
import { type BaseContext, type Work, subjectOf } from "../subgraph/context.ts";
import { traced } from "../trace/span.ts";
import { noteChange } from "../subgraph/outcome.ts";
import { type AuditNote, appendAudit } from "./audit.ts";
import { fieldChangesOf } from "../field-changes/field-changes.ts";
import { despiteDeadlocks } from "./despite-deadlocks.ts";
import { claimKey, settleKey } from "./idempotency.ts";
import { readSnapshot, takeSnapshot } from "./snapshot.ts";

/** One mutation. */
export interface ChangeOptions<T> {
  /** The mutation's name, such as `bookResource`. */
  readonly action: string;
  readonly input: object & { idempotencyKey?: string | null };
  /** Reads the record again, as this viewer may see it, if the same key comes a second time. */
  readonly reload: (id: string) => Promise<T | null | undefined>;
  /** What a violated constraint means to the caller. */
  readonly constraints?: ConstraintFaults;
}

/** The result of a mutation's work. */
export interface ChangeResult<T> {
  readonly record: T;
  readonly audit: AuditNote;
}

/**
 * One write, one transaction: the work, its audit entry and the idempotency key are committed together, with
 * one flush, or not at all. Every mutation of every subgraph runs through here. The work is done again if it and
 * another change waited for each other.
 *
 * @throws HubError what the work throws, and database errors in the catalogue's words. If the connection broke
 * during the commit, the error says that nobody knows whether the change was made.
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
      despiteDeadlocks(() =>
        context.database.fork().transactional(async (em) => {
          // It has waited for other transactions to end, and nobody waits for its result any more.
          if (context.signal.aborted) throw notBegun();
          const transaction = context.database.rowsOf(em);
          const repeated = call && (await claimKey(transaction, call));
          if (repeated !== undefined) return { repeated };
          const changed = await work({ em, rows: transaction, now: context.clock() });
          await em.flush();
          const changes = fieldChangesOf(em, changed.audit);
          await appendAudit(context, transaction, { ...changed.audit, action, changes });
          if (call) {
            const { recordId } = changed.audit;
            await settleKey(transaction, call, {
              recordId,
              snapshot: takeSnapshot(changed.record),
            });
          }
          return { record: changed.record };
        }),
      ),
    );
    // A repeated request was already committed the first time.
    isCommitted = true;
    noteChange(context);
    if ("record" in done) return done.record;
    const record = await options.reload(done.repeated.recordId);
    if (record == null)
      throw conflict({
        zh: "以此幂等键首次办理的记录已不存在，或您已无权查看。请换一个新的键再办理。",
        en: "The record that the first request with this idempotencyKey made no longer exists, or you may no longer see it. Send a new key to make another one.",
      });
    // Viewers that may no longer see the record get nothing. Others get the first answer.
    return { ...record, ...readSnapshot(done.repeated.snapshot) };
  } catch (error) {
    throw translateDatabaseFault(
      error,
      options.constraints ?? {},
      isCommitted ? "CHANGED" : "UNCHANGED",
    );
  }
}

const notBegun = (): HubError =>
  overloaded({
    zh: "枢纽未能及时开始此变更，没有作任何更改。",
    en: "The hub could not begin this change in time, and did not make it.",
  });

/**
 * Rejects a change that was made from an older version.
 *
 * @throws HubError `CONFLICT`, naming both versions.
 */
export function requireVersion(
  record: { readonly version: number },
  version: number | null | undefined,
): void {
  if (version != null && version !== record.version) {
    throw conflict(
      {
        zh: `别人已经更改过此记录（现为第 ${record.version} 版，您依据的是第 ${version} 版）。请刷新后重新办理。`,
        en: `The record has version ${record.version}; you worked from version ${version}. Read it again and repeat the step.`,
      },
      { version: record.version },
    );
  }
}
