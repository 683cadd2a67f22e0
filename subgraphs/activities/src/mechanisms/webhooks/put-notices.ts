import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import {
  moveNoticeCursor,
  noteMissed,
} from "../../nouns/webhook-endpoint/webhook-endpoint.background.ts";
import { putUpdates } from "../delivery-queue/line.ts";
import { NOTICES } from "../notice-log/notice-log.ts";
import { type Log, readLog } from "../numbered-log/read-log.ts";
import { type BehindNotices, readBehindNotices } from "./behind.ts";
import type { OutboxWork } from "./endpoint-context.ts";

/** How many notices become deliveries at once. */
const AT_ONCE = 100;

/** What queueing notices takes. */
export type NoticeQueueing = Pick<OutboxWork, "database" | "log" | "signal"> & {
  readonly clock: () => Date;
};

/**
 * Turns notices of endpoints' own units into deliveries, for all endpoints that take notices and are behind.
 *
 * @returns whether there are more already.
 */
export async function putAllNoticesInLine(work: NoticeQueueing): Promise<boolean> {
  const { rows } = work.database;
  const behind = await readBehindNotices(rows);
  if (behind.length === 0) return false;
  const log = await readLog(rows, NOTICES);
  let isMore = false;
  for (const endpoint of behind) {
    if (endpoint.cursorNumber >= log.committed.number || work.signal.aborted) continue;
    try {
      if (await putNotices(work, endpoint, log)) isMore = true;
    } catch (err) {
      // An endpoint that fails does not delay the others.
      if (awayIn(err)) throw err;
      work.log.warn(
        { err, endpointId: endpoint.id },
        "notices to a webhook endpoint could not be queued",
      );
    }
  }
  return isMore;
}

/** Queues an endpoint's notices and moves its cursor, in one transaction, like updates. */
async function putNotices(
  { database: { rows }, clock }: NoticeQueueing,
  { id, organizationId, notices, cursorNumber: from }: BehindNotices,
  { settled, committed, cleared }: Log,
): Promise<boolean> {
  const now = clock();
  if (from < cleared.number) {
    await rows.transaction().execute(async (transaction) => {
      if (await moveNoticeCursor(transaction, { id, from, to: cleared.number }))
        await noteMissed(transaction, id, now);
    });
    return true;
  }
  const { nouns, types } = notices;
  const { rows: found } = await sql<{ id: string; number: number; recordId: string }>`
    select id, number, record_id from notice
    where addressee = ${`unit:${organizationId}`} and number > ${from} and number <= ${settled}
      and (${nouns ?? null}::text[] is null or noun = any(${nouns ?? null}::text[]))
      and (${types ?? null}::text[] is null or type = any(${types ?? null}::text[]))
    order by number limit ${sql.lit(AT_ONCE + 1)}`.execute(rows);
  const hasMore = found.length > AT_ONCE;
  const newId = idsBy(clock);
  const queued = found.slice(0, AT_ONCE).map(({ recordId, ...notice }) => ({
    ...notice,
    deliveryId: newId(),
    activityId: recordId,
    type: null,
  }));
  const last = queued.at(-1)?.number ?? from;
  const to = hasMore ? last : Math.max(last, committed.number);
  await rows.transaction().execute(async (transaction) => {
    if ((await moveNoticeCursor(transaction, { id, from, to })) && queued.length > 0)
      await putUpdates(transaction, { endpointId: id, now }, queued);
  });
  return hasMore;
}
