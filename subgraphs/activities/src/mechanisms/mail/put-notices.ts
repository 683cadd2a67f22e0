import type { Database } from "@alliance-hub/platform/database/connect";
import type { Kysely } from "kysely";
import {
  type NoticeForMail,
  moveMailCursor,
  putNotices,
  readMailCursor,
} from "../mail-outbox/put.ts";
import type { MailTables, NoticeSource, SourceNotice } from "./notice-source.ts";

/** How many notices become messages at once. */
const AT_ONCE = 200;
/** What is older is mailed to nobody, in milliseconds: mail was off when it happened. */
const STALE_MS = 86_400_000;

/** What putting notices into the outbox takes. */
export interface NoticePutting {
  readonly database: Database<MailTables>;
  readonly source: NoticeSource;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/**
 * Turns new notices into messages for those who want mail, and moves the cursor, in one transaction: each notice is
 * put once, whatever happens to the process. If two workers do this at once, one finds that the cursor has moved and
 * does nothing.
 *
 * @returns whether there are more already.
 */
export async function putNewNotices(work: NoticePutting): Promise<boolean> {
  const { database, source, clock, newId } = work;
  const { rows } = database;
  const from = await readMailCursor(rows);
  if (from === null) {
    const to = await source.end(database);
    await rows.transaction().execute((transaction) => moveMailCursor(transaction, { from, to }));
    return false;
  }
  const { notices, end, hasMore } = await source.behind(database, from, AT_ONCE);
  if (end === from) return false;
  const now = clock();
  const fresh = notices.filter(({ occurredAt }) => now.getTime() - occurredAt.getTime() < STALE_MS);
  await rows.transaction().execute(async (transaction) => {
    if (!(await moveMailCursor(transaction, { from, to: end }))) return;
    await putNotices(transaction, { now, newId }, await wanted(transaction, fresh));
  });
  return hasMore;
}

/** The notices for each person who wants mail and has confirmed an address. */
async function wanted(
  rows: Kysely<MailTables>,
  notices: readonly SourceNotice[],
): Promise<NoticeForMail[]> {
  const subjects = [...new Set(notices.flatMap((notice) => notice.subjects))];
  if (subjects.length === 0) return [];
  const settings = await rows
    .selectFrom("mailSetting")
    .select(["subject", "mode"])
    .where("subject", "in", subjects)
    .where("confirmedAt", "is not", null)
    .execute();
  const modes = new Map(settings.map(({ subject, mode }) => [subject, mode]));
  return notices.flatMap(({ id: noticeId, noun, recordId, subjects: all }) =>
    [...new Set(all)].flatMap((subject) => {
      const mode = modes.get(subject) ?? "NONE";
      return mode === "NONE" ? [] : [{ noticeId, subject, mode, topic: `${noun} ${recordId}` }];
    }),
  );
}
