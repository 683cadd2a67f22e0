import type { Sent } from "@alliance-hub/platform/webhooks/send";
import { type Kysely, sql } from "kysely";
import type { WebhookDeliveryState } from "./delivery.ts";
import type { LeasedDelivery } from "./leased-delivery.ts";

/** The state of a delivery after an attempt. */
export interface Outcome {
  readonly state: WebhookDeliveryState;
  readonly failures: number;
  readonly now: Date;
  /** When the next attempt is due, if there is one. */
  readonly dueAt?: Date;
  /** Left out if nothing was sent. */
  readonly attempt?: SentAttempt;
}

/** What was sent, and when. */
export interface SentAttempt {
  readonly sent: Sent;
  readonly at: Date;
}

/**
 * Writes down what came of an attempt, and the attempt. Only whoever still holds the lease does: another
 * worker may be at it by now.
 */
export async function settle<DB>(
  rows: Kysely<DB>,
  { id, leaseId }: LeasedDelivery,
  { state, failures, now, dueAt, attempt }: Outcome,
): Promise<void> {
  const finishedAt = state === "PENDING" ? null : now;
  const settled = await sql`update webhook_delivery set state = ${state}, failures = ${failures},
      finished_at = ${finishedAt}::timestamptz, due_at = coalesce(${dueAt ?? null}::timestamptz, due_at),
      lease_id = null, leased_until = null
    where id = ${id} and lease_id = ${leaseId}`.execute(rows);
  if (settled.numAffectedRows !== 1n || !attempt) return;
  const { sent, at } = attempt;
  await sql`insert into webhook_attempt (delivery_id, number, at, status, duration_ms, error)
    select ${id}, 1 + count(*), ${at}, ${sent.status}::int, ${sent.durationMs}, ${sent.error}::text
    from webhook_attempt where delivery_id = ${id}`.execute(rows);
}
