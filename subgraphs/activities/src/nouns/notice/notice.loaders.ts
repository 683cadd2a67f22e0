import type { Opening } from "@alliance-hub/platform/streams/opening";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { decodeCursor, encodeCursor } from "@alliance-hub/platform/pagination/cursor";
import { Page } from "@alliance-hub/platform/pagination/page";
import { type PageArgs, pageSize } from "@alliance-hub/platform/pagination/page-args";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { later } from "@alliance-hub/updates/entry-key";
import type { Tail } from "@alliance-hub/updates/tail";
import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import {
  type Addressees,
  addresseesOf,
  isAddressee,
  isToOneOf,
  ofEach,
} from "../../mechanisms/addressees/addressees.ts";
import {
  type LiveNotice,
  NOTICES,
  type NoticeEntry,
  type NoticeTables,
} from "../../mechanisms/notice-log/notice-log.ts";
import { firstTold, isFirstTold } from "../../mechanisms/notice-log/told-once.ts";
import {
  type NumberedStretch,
  type Positioned,
  followLog,
  withPosition,
} from "../../mechanisms/numbered-log/follow-log.ts";
import { type Log, entryAt, readCleared, readLog } from "../../mechanisms/numbered-log/read-log.ts";
import { requireKept } from "../../mechanisms/numbered-log/resync.ts";
import type { Wording } from "../../mechanisms/wording/wording.ts";
import type { NoticeFilter } from "./notice.input.ts";

/** After this many days what was not read no longer counts as unread. */
const UNREAD_DAYS = 30;
const DAY_MS = 86_400_000;
/** Entries that are read at once to catch up. */
const CATCH_UP = 100;
const LIST = "notices";

/** A notice, as readers get it. */
export type NoticeRow = Positioned<Omit<NoticeEntry, "number">>;

/** A part of the log of notices. */
export interface NoticeStretch {
  readonly nodes: readonly NoticeRow[];
  readonly endPosition: string;
  readonly hasMore: boolean;
}

interface NoticeBase extends BaseContext<NoticeTables> {
  /** The live end of the log of notices. There is one for the whole process. */
  readonly noticeTail: Tail<LiveNotice>;
}

/** What notices need of a call. */
export interface NoticeContext extends NoticeBase {
  readonly notices: ReturnType<typeof createNoticeLoaders>;
  readonly wording: Wording;
}

/** Loaders of one call. They never fetch what was told to others. */
export function createNoticeLoaders(context: NoticeBase) {
  const { rows, viewer, clock } = context;
  const { subject } = viewer;
  const since = (): Date => new Date(clock().getTime() - UNREAD_DAYS * DAY_MS);
  const where = (filter: NoticeFilter, addressees: Addressees): RawBuilder<unknown> => {
    const { nouns, types, unread } = filter;
    const isUnread = sql`(notice.occurred_at > ${since()} and not exists (
      select from notice_mark where notice_mark.notice_id = notice.id and notice_mark.subject = ${subject}))`;
    const all = [
      isFirstTold(addressees),
      ...(nouns == null ? [] : [sql`notice.noun = any(${nouns}::text[])`]),
      ...(types == null ? [] : [sql`notice.type = any(${types}::text[])`]),
      ...(unread == null ? [] : [unread ? isUnread : sql`not ${isUnread}`]),
    ];
    return sql`and ${sql.join(all, sql` and `)}`;
  };
  const count = async (filter: NoticeFilter): Promise<number> => {
    const addressees = addresseesOf(viewer, filter);
    const { rows: found } = await sql<{ total: number }>`
      select count(*) as total from notice
      where ${isToOneOf("notice", addressees)} ${where(filter, addressees)}`.execute(rows);
    return found[0]?.total ?? 0;
  };
  const stretch = async (
    from: { readonly number: number } | undefined,
    { filter, size, log }: { filter: NoticeFilter; size: number; log: Log },
  ): Promise<NumberedStretch<Omit<NoticeEntry, "number">>> => {
    const behind = from?.number ?? 0;
    const addressees = addresseesOf(viewer, filter);
    const { rows: found } = await sql<NoticeEntry>`
      select told.* from (${ofEach(
        "notice",
        addressees,
        (isToWhom) => sql`
        select * from notice where ${isToWhom}
          and notice.number > ${behind} and notice.number <= ${log.settled} ${where(filter, addressees)}
        order by notice.number limit ${sql.lit(size + 1)}`,
      )}) as told order by told.number limit ${sql.lit(size + 1)}`.execute(rows);
    if (from) requireKept(await readCleared({ rows, source: NOTICES }), behind);
    const nodes = found.slice(0, size);
    const hasMore = found.length > size;
    const last = nodes.at(-1);
    const end = hasMore && last ? last : later(log.committed, last);
    return { nodes, hasMore, end: end.number > behind ? end : undefined };
  };

  return {
    /** Newest first. */
    page: async (filter: NoticeFilter, page: PageArgs): Promise<Page<NoticeRow>> => {
      const size = pageSize(page);
      const addressees = addresseesOf(viewer, filter);
      const after = page.after == null ? undefined : decodeCursor(LIST, page.after, 1)[0];
      const isBefore =
        after === undefined ? sql`` : sql`and notice.number < ${after}::text::bigint`;
      // Of each addressee the newest from the index: the cost does not grow with what they were told before.
      const { rows: found } = await sql<NoticeEntry>`
        select told.* from (${ofEach(
          "notice",
          addressees,
          (isToWhom) => sql`
          select * from notice where ${isToWhom} ${isBefore} ${where(filter, addressees)}
          order by notice.number desc limit ${sql.lit(size + 1)}`,
        )}) as told order by told.number desc limit ${sql.lit(size + 1)}`.execute(rows);
      const numbers = new Map(found.map(({ id, number }) => [id, number]));
      const log = await readLog(rows, NOTICES);
      return new Page<NoticeRow>(
        { rows: found.map((entry) => withPosition(entry, log)), size, after: page.after },
        ({ id }) => encodeCursor(LIST, [String(numbers.get(id))]),
        () => count(filter),
      );
    },
    /** How many the viewer has not read. */
    unread: (): Promise<number> => count({ unread: true }),
    /** Whether the viewer has read them. */
    read: new DataLoader<string, boolean>(async (ids) => {
      const marks = await rows
        .selectFrom("noticeMark")
        .select("noticeId")
        .where(anyOf("noticeId", ids, "uuid"))
        .where("subject", "=", subject ?? "")
        .execute();
      const read = new Set(marks.map(({ noticeId }) => noticeId));
      return ids.map((id) => read.has(id));
    }),
    /** Those of some ids that the viewer was told, with the others that were told of the same change. */
    told: async (ids: readonly string[]): Promise<string[]> => {
      const addressees = addresseesOf(viewer, { below: true });
      const { rows: found } = await sql<{ id: string }>`
        select other.id from notice join notice as other on other.record_id = notice.record_id
          and other.type = notice.type and other.occurred_at = notice.occurred_at and other.facts = notice.facts
          and ${isToOneOf("other", addressees)}
        where notice.id = any(${ids}::uuid[]) and ${isToOneOf("notice", addressees)}`.execute(rows);
      return found.map(({ id }) => id);
    },
    /** Those after a position, in order. @throws HubError `RESYNC_REQUIRED`, `BAD_USER_INPUT`. */
    since: async (
      filter: NoticeFilter,
      { after, size }: { after: string | null; size: number },
    ): Promise<NoticeStretch> => {
      const log = await readLog(rows, NOTICES);
      const from =
        after === null ? undefined : await entryAt({ rows, source: NOTICES }, log, after);
      const { nodes, end, hasMore } = await stretch(from, { filter, size, log });
      return {
        nodes: nodes.map((node) => withPosition(node, log)),
        hasMore,
        endPosition: log.positions.upTo(end ?? from ?? log.cleared),
      };
    },
    /** Those after a position, and then new ones as they are left. @throws HubError as `since`. */
    follow: (filter: NoticeFilter, after: string | null): AsyncIterable<NoticeRow | Opening> => {
      const { keys, places } = addresseesOf(viewer, filter);
      const to = new Set(keys);
      const { nouns, types } = filter;
      const isFirst = firstTold();
      const { noticeTail: tail, signal } = context;
      return followLog<Omit<NoticeEntry, "number">, LiveNotice>(
        { rows, source: NOTICES, tail, signal },
        {
          after,
          read: (from, log) => stretch(from, { filter, size: CATCH_UP, log }),
          isWanted: (entry) =>
            (entry.regionPath === null
              ? to.has(entry.addressee)
              : places.length > 0 && isAddressee(viewer, entry)) &&
            (nouns == null || nouns.includes(entry.noun)) &&
            (types == null || types.includes(entry.type)) &&
            isFirst(entry),
        },
      );
    },
  };
}
