import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { type Kysely, sql } from "kysely";
import { type DueReminder, MOST_READ, dueReminders } from "./due-reminders.ts";

/** What leaving reminders takes. */
export interface ReminderWork<DB> {
  readonly rows: Kysely<DB>;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** For how many days it is kept what was reminded of: longer than anything is near. */
const KEEP_DAYS = 90;
const CLEARED_AT_ONCE = 10_000;

/**
 * Leaves the reminders that are due, as notices, in one transaction with the note that they were left. If two
 * processes do this at once, one waits for the other and leaves nothing twice; if a process is killed, nothing was
 * left, and the next one does it.
 *
 * @returns whether there are more already.
 */
export async function leaveReminders<DB>(work: ReminderWork<DB>): Promise<boolean> {
  const { rows, clock, newId } = work;
  const now = clock();
  const groups = await dueReminders(rows, now);
  const due = groups.flat();
  if (due.length === 0) return false;
  await rows.transaction().execute(async (transaction) => {
    const ours = await note(transaction, due, now);
    const notices = due.filter((one) => ours.has(keyOf(one))).flatMap((one) => one.notices);
    await leaveNotices({ newId }, { rows: transaction, now }, notices);
  });
  return groups.some(({ length }) => length === MOST_READ);
}

/** Notes what is reminded of. @returns what nobody else had noted. */
async function note<DB>(
  transaction: Kysely<DB>,
  due: readonly DueReminder[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Pick<DueReminder, "noun" | "recordId" | "occasion">>`
    insert into reminder (noun, record_id, occasion, left_at)
    select noun, record_id, occasion, ${now} from unnest(
      ${due.map(({ noun }) => noun)}::text[], ${due.map(({ recordId }) => recordId)}::uuid[],
      ${due.map(({ occasion }) => occasion)}::timestamptz[]) as new (noun, record_id, occasion)
    order by noun, record_id, occasion
    on conflict do nothing
    returning noun, record_id, occasion`.execute(transaction);
  return new Set(rows.map(keyOf));
}

const keyOf = ({
  noun,
  recordId,
  occasion,
}: Pick<DueReminder, "noun" | "recordId" | "occasion">): string =>
  `${noun} ${recordId} ${occasion.getTime()}`;

/** Forgets what was reminded of long ago. */
export async function clearReminders<DB>(rows: Kysely<DB>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  await sql`delete from reminder where (noun, record_id, occasion) in (
    select noun, record_id, occasion from reminder where left_at < ${before}
    order by left_at limit ${sql.lit(CLEARED_AT_ONCE)})`.execute(rows);
}
