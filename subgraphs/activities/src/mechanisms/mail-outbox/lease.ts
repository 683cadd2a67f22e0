import { type Kysely, sql } from "kysely";
import { deadWorkers } from "../queue-worker/queue-worker.ts";
import { LEASE_MS, type LeasedMail, type MailOutcome } from "./message.ts";

/** How long finished messages are kept, in days. */
const KEEP_DAYS = 30;
const CLEARED_AT_ONCE = 10_000;

/** What to lease. */
export interface MailLeaseQuestion {
  readonly leaseId: string;
  /** Number of the worker that leases. */
  readonly leasedBy: number;
  readonly limit: number;
  readonly now: Date;
}

/** Leases due messages, oldest first, and closes them. It skips what another worker takes at the same moment. */
export async function leaseMail<DB>(
  rows: Kysely<DB>,
  { leaseId, leasedBy, limit, now }: MailLeaseQuestion,
): Promise<LeasedMail[]> {
  const { rows: leased } = await sql<LeasedMail>`
    update mail_outbox mail set closed = true, lease_id = ${leaseId}, leased_by = ${leasedBy},
      leased_until = clock_timestamp() + make_interval(secs => ${sql.lit(LEASE_MS / 1000)})
    where id in (
      select id from mail_outbox where state = 'PENDING' and due_at <= ${now}
        and (leased_until is null or leased_until <= clock_timestamp())
      order by due_at limit ${limit} for update skip locked)
    returning id, created_at, subject, kind, notice_ids, failures, lease_id`.execute(rows);
  return leased;
}

/** Returns a message that was not sent, for no fault of its own. */
export async function releaseMail<DB>(
  rows: Kysely<DB>,
  { id, leaseId }: LeasedMail,
): Promise<void> {
  await sql`update mail_outbox set lease_id = null, leased_until = null
    where id = ${id} and lease_id = ${leaseId}`.execute(rows);
}

/** A message was sent, or will not be. Which notices it told of is forgotten. */
export async function finishMail<DB>(
  rows: Kysely<DB>,
  { id, leaseId }: LeasedMail,
  { state, now }: { readonly state: MailOutcome; readonly now: Date },
): Promise<void> {
  await sql`update mail_outbox set state = ${state}, finished_at = ${now}, notice_ids = '{}',
    lease_id = null, leased_until = null where id = ${id} and lease_id = ${leaseId}`.execute(rows);
}

/** An attempt failed; there will be another one. */
export async function postponeMail<DB>(
  rows: Kysely<DB>,
  { id, leaseId }: LeasedMail,
  dueAt: Date,
): Promise<void> {
  await sql`update mail_outbox set failures = failures + 1, due_at = ${dueAt},
    lease_id = null, leased_until = null where id = ${id} and lease_id = ${leaseId}`.execute(rows);
}

/**
 * Frees the messages that dead workers had leased.
 *
 * @returns how many messages are free now.
 */
export async function freeDeadMail<DB>(rows: Kysely<DB>): Promise<number> {
  const freed = await sql`
    with ${deadWorkers("mailOutbox")}
    update mail_outbox mail set lease_id = null, leased_until = null
    from dead where mail.state = 'PENDING' and mail.leased_until is not null
      and mail.leased_by = dead.number`.execute(rows);
  return Number(freed.numAffectedRows ?? 0n);
}

/** Deletes messages that finished long ago. */
export async function clearMail<DB>(rows: Kysely<DB>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  await sql`delete from mail_outbox where id in (
    select id from mail_outbox where created_at < ${before} and state <> 'PENDING'
    order by created_at limit ${sql.lit(CLEARED_AT_ONCE)})`.execute(rows);
}
