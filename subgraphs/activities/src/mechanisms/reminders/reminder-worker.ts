import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { startWorkLoop } from "@alliance-hub/updates/work-loop";
import type { Kysely } from "kysely";
import { clearReminders, leaveReminders } from "./leave-reminders.ts";

/** What the worker that reminds works with. */
export interface ReminderWorkerConfig<DB> {
  readonly rows: Kysely<DB>;
  readonly log: Log;
  readonly clock: () => Date;
  /** Pause between two looks, in milliseconds. Default 30,000. */
  readonly idleMs?: number;
}

const IDLE_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Leaves reminders when they are due, until it is disposed of. Several may work on one database. */
export function startReminderWorker<DB>(config: ReminderWorkerConfig<DB>): AsyncDisposable {
  const { rows, log, clock, idleMs = IDLE_MS } = config;
  const newId = idsBy(clock);
  let clearedAt = Number.NEGATIVE_INFINITY;
  const loop = startWorkLoop({
    work: async () => {
      if (await leaveReminders({ rows, clock, newId })) loop.wake();
      if (performance.now() - clearedAt < HOUR_MS) return;
      clearedAt = performance.now();
      await clearReminders(rows, clock());
    },
    idleMs,
    onFault: (err) => {
      // An outage has its own log line.
      if (!awayIn(err)) log.warn({ err }, "reminders could not be left; it is tried again");
    },
  });
  return loop;
}
