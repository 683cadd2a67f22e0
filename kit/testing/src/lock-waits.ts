import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";

/**
 * Waits until as many sessions of this database as given wait for a lock, so that a test can say
 * which of two came first instead of hoping for it. Works inside the client's own transaction too.
 */
export async function lockWaits(admin: Client, sessions = 1): Promise<void> {
  for (;;) {
    // Inside a transaction the first look would be remembered otherwise.
    await admin.query("select pg_stat_clear_snapshot()");
    const { rows } = await admin.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if ((rows[0]?.waiting ?? 0) >= sessions) return;
    await sleep(5);
  }
}
