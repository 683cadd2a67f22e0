import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log as Report } from "@alliance-hub/platform/log/log";
import type { EntryKey } from "@alliance-hub/updates/entry-key";
import { listenTo } from "@alliance-hub/updates/notifications";
import { type Tail, createTail } from "@alliance-hub/updates/tail";
import { sql } from "kysely";
import { type LogReads, lookFor, readLog } from "./read-log.ts";

/** An entry from the live end of a log: all of its columns, and its position. */
export type LiveEntry<Entry> = Entry & EntryKey & { readonly position: string };

/** The live end of a log. @param config where it is, and where faults are reported. */
export function createLogTail<Entry>(
  config: LogReads & {
    readonly url: string;
    /** The PostgreSQL schema of the log. */
    readonly schema: string;
    readonly log: Report;
  },
): Tail<LiveEntry<Entry>> {
  const { source, url, schema, rows, log } = config;
  return createTail<LiveEntry<Entry>>({
    end: async () => (await readLog(rows, source)).committed,
    read: async (behind) => {
      const { settled, last, committed, positions } = await readLog(rows, source);
      const { rows: found } = await sql<Entry & EntryKey>`
        select * from ${sql.table(source.entries)} where number > ${behind.number} and number <= ${settled}
        order by number limit ${sql.lit(LIVE_STRETCH)}`.execute(rows);
      const { isThere, cleared } = await lookFor({ rows, source }, behind);
      // The present server has lost the entry that the tail is at, so its entries after that number are not the
      // next ones.
      if (!isThere && cleared < behind.number)
        return { rows: [], end: committed, isMoreNear: true, hasGap: true };
      const isCut = found.length === LIVE_STRETCH;
      const newest = found.at(-1);
      return {
        rows: found.map((row) => ({ ...row, position: positions.of(row) })),
        end: newest ? { number: newest.number, id: newest.id } : behind,
        isMoreNear: isCut || settled < last,
        hasGap: cleared > behind.number,
      };
    },
    listen: (wake) => listenTo({ url, schema, channel: source.channel, log }, wake),
    onFault: (err) => {
      // An outage has its own log line.
      if (!awayIn(err)) log.warn({ err }, `${source.name} could not be read; it is tried again`);
    },
  });
}

const LIVE_STRETCH = 500;
