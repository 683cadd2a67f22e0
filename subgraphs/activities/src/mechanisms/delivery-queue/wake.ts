import { type Kysely, sql } from "kysely";

/** Wakes workers, in whatever process, when the transaction commits. */
export async function wakeOutbox<DB>(transaction: Kysely<DB>): Promise<void> {
  await sql`select pg_notify('activity_update', '')`.execute(transaction);
}
