import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type Kysely, sql } from "kysely";
import type { MailKind } from "./message.ts";

/** For how long changes of one record are collected into one mail, in milliseconds. */
export const COLLECT_MS = 60_000;
/** When the daily summary is sent, in Asia/Shanghai. */
export const SUMMARY_TIME = "07:30:00+08:00";
const DAY_MS = 86_400_000;

/** A notice for a person who wants it by mail. */
export interface NoticeForMail {
  readonly noticeId: string;
  readonly subject: string;
  readonly mode: Exclude<MailKind, "CODE">;
  /** The record that it is about: its changes within a minute are one mail. */
  readonly topic: string;
}

/** The next time for daily summaries. */
export function nextSummary(now: Date): Date {
  const today = new Date(`${shanghaiDay(now)}T${SUMMARY_TIME}`);
  return today > now ? today : new Date(today.getTime() + DAY_MS);
}

/**
 * Adds notices to the messages that still collect, or begins new messages. A message that a worker has taken is
 * closed, so nothing is added to what may have been sent already.
 */
export async function putNotices<DB>(
  transaction: Kysely<DB>,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
  notices: readonly NoticeForMail[],
): Promise<void> {
  const summaryAt = nextSummary(now);
  const collected = new Map<string, Collected>();
  for (const { noticeId, subject, mode, topic } of notices) {
    const isDaily = mode === "DAILY";
    const own = isDaily ? shanghaiDay(summaryAt) : topic;
    const key = JSON.stringify([subject, mode, own]);
    const dueAt = isDaily ? summaryAt : new Date(now.getTime() + COLLECT_MS);
    const one = collected.get(key) ?? { subject, kind: mode, topic: own, dueAt, noticeIds: [] };
    one.noticeIds.push(noticeId);
    collected.set(key, one);
  }
  // In one order, so that two workers never wait for each other.
  const inOrder = [...collected].toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [, { subject, kind, topic, dueAt, noticeIds }] of inOrder) {
    await sql`insert into mail_outbox (id, created_at, subject, kind, topic, notice_ids, state, due_at)
      values (${newId()}, ${now}, ${subject}, ${kind}, ${topic}, ${noticeIds}::uuid[], 'PENDING', ${dueAt})
      on conflict (subject, kind, topic) where state = 'PENDING' and not closed
      do update set notice_ids = mail_outbox.notice_ids || excluded.notice_ids`.execute(
      transaction,
    );
  }
}

interface Collected {
  readonly subject: string;
  readonly kind: MailKind;
  readonly topic: string;
  readonly dueAt: Date;
  readonly noticeIds: string[];
}

/** A code to be mailed to a person at once. One that still waits is enough: the code is read when it is sent. */
export async function putCode<DB>(
  transaction: Kysely<DB>,
  { id, subject, now }: { readonly id: string; readonly subject: string; readonly now: Date },
): Promise<void> {
  await sql`insert into mail_outbox (id, created_at, subject, kind, topic, state, due_at)
    values (${id}, ${now}, ${subject}, 'CODE', '', 'PENDING', ${now})
    on conflict (subject, kind, topic) where state = 'PENDING' and not closed do nothing`.execute(
    transaction,
  );
  await sql`select pg_notify('mail_outbox', '')`.execute(transaction);
}

/** How many codes were mailed to a person since a time. */
export async function countCodes<DB>(
  rows: Kysely<DB>,
  { subject, since }: { readonly subject: string; readonly since: Date },
): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`select count(*) as count from mail_outbox
    where kind = 'CODE' and subject = ${subject} and created_at > ${since}`.execute(rows);
  return Number(found[0]?.count ?? 0);
}

/** Moves the cursor over the notices. @returns whether it still stood where it was read. */
export async function moveMailCursor<DB>(
  transaction: Kysely<DB>,
  { from, to }: { readonly from: number | null; readonly to: number },
): Promise<boolean> {
  const moved = await sql`update mail_cursor set number = ${to}
    where number is not distinct from ${from}::bigint`.execute(transaction);
  return moved.numAffectedRows === 1n;
}

/** Up to which number notices have become messages; null before the first look. */
export async function readMailCursor<DB>(rows: Kysely<DB>): Promise<number | null> {
  const { rows: found } = await sql<{
    number: number | null;
  }>`select number from mail_cursor`.execute(rows);
  return found[0]?.number ?? null;
}
