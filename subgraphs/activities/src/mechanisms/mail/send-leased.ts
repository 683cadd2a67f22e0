import type { Database } from "@alliance-hub/platform/database/connect";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Language } from "@alliance-hub/platform/words/language";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { LANGUAGES } from "../../vocabulary/mail-language.ts";
import { finishMail, postponeMail, releaseMail } from "../mail-outbox/lease.ts";
import type { LeasedMail } from "../mail-outbox/message.ts";
import { type MailReader, type MailText, codeMail, noticeMail } from "./compose.ts";
import type { MailTables, NoticeSource } from "./notice-source.ts";
import type { MailServer } from "./smtp.ts";

/** Pauses after failed attempts: from a minute to a day, two days in all. */
const PAUSES_MS = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * 60_000);

/** What sending takes. */
export interface MailSending {
  readonly database: Database<MailTables>;
  readonly source: NoticeSource | undefined;
  readonly server: MailServer;
  readonly clock: () => Date;
  readonly log: Log;
  readonly hubAddress: string | undefined;
  readonly pausesMs?: readonly number[];
  /** Called when the server could not be reached. */
  readonly onAway: (error: string) => void;
  /** Called when the server has taken a mail. */
  readonly onTaken: () => void;
}

/**
 * Sends a leased message and records the result. Its text is made now, from what the person may see now. A process that
 * dies between the server's answer and the record sends it again, with the same `Message-ID`.
 */
export async function sendLeased(work: MailSending, mail: LeasedMail): Promise<void> {
  const { clock, log } = work;
  const { rows } = work.database;
  try {
    const addressed = await addressedText(work, mail);
    if (!addressed) return await finishMail(rows, mail, { state: "WITHHELD", now: clock() });
    const { id, createdAt } = mail;
    const sent = await work.server.send({ ...addressed, id, createdAt });
    const now = clock();
    if (sent.outcome === "TAKEN") {
      work.onTaken();
      return await finishMail(rows, mail, { state: "SENT", now });
    }
    if (sent.outcome === "AWAY") {
      work.onAway(sent.error);
      return await releaseMail(rows, mail);
    }
    const pause = (work.pausesMs ?? PAUSES_MS)[mail.failures];
    const isLast = sent.outcome === "REFUSED" || pause === undefined;
    log.info(
      { mailId: id, failures: mail.failures + 1 },
      `a mail ${isLast ? "is given up" : "failed"}: ${sent.error}`,
    );
    if (isLast) return await finishMail(rows, mail, { state: "GIVEN_UP", now });
    await postponeMail(rows, mail, new Date(now.getTime() + pause));
  } catch (err) {
    // It is due again when the lease has expired.
    if (!awayIn(err)) log.warn({ err, mailId: mail.id }, "a mail could not be made");
  }
}

/** The mail and where it goes; undefined if there is nothing to send, or nobody who wants it. */
async function addressedText(
  work: MailSending,
  { subject, kind, noticeIds }: LeasedMail,
): Promise<(MailText & { readonly to: string; readonly language: Language }) | undefined> {
  const { database, clock, hubAddress, source } = work;
  const { rows } = database;
  const setting = await rows
    .selectFrom("mailSetting")
    .select(["address", "mode", "language", "confirmedAt", "secretCode", "codeUntil"])
    .where("subject", "=", subject)
    .executeTakeFirst();
  if (!setting || setting.mode === "NONE") return undefined;
  const { address: to, confirmedAt, secretCode, codeUntil } = setting;
  const language = LANGUAGES[setting.language];
  const reader: MailReader = { language, hubAddress };
  if (kind === "CODE") {
    const isWaiting = secretCode !== null && codeUntil !== null && codeUntil > clock();
    return isWaiting ? { ...codeMail(secretCode, codeUntil, reader), to, language } : undefined;
  }
  if (confirmedAt === null || !source) return undefined;
  const standing = await readStanding(rows, { subject }, shanghaiDay(clock()));
  const viewer: Viewer = { ...ANONYMOUS, kind: "PERSON", subject, ...standing };
  const lines = await source.read(database, { viewer, language }, noticeIds);
  if (lines.length === 0) return undefined;
  return { ...noticeMail(lines, { ...reader, isSummary: kind === "DAILY" }), to, language };
}
