import type { Database } from "@alliance-hub/platform/database/connect";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { sql } from "kysely";
import { addresseesOf, isToOneOf } from "../addressees/addressees.ts";
import { NOTICES } from "../notice-log/notice-log.ts";
import { isFirstTold } from "../notice-log/told-once.ts";
import { noticePage } from "../notice-log/notice-page.ts";
import { readLog } from "../numbered-log/read-log.ts";
import type { Wording } from "../wording/wording.ts";
import type { MailTables, NoticeLine, NoticeSource, SourceNotice } from "./notice-source.ts";

/** What the source is made with. */
export interface NoticeSourceConfig {
  /** The context of a reader, with the words of notices. */
  readonly createContext: (
    database: Database<MailTables>,
    request: SubgraphRequest,
  ) => { readonly wording: Wording };
  readonly clock: () => Date;
}

/** The log of notices, as mail reads it. */
export function createNoticeSource({ createContext, clock }: NoticeSourceConfig): NoticeSource {
  return {
    end: async ({ rows }) => (await readLog(rows, NOTICES)).committed.number,
    behind: async ({ rows }, after, size) => {
      const { settled, committed } = await readLog(rows, NOTICES);
      const today = shanghaiDay(clock());
      // Whoever may be concerned: what each may read is decided by their offices when the mail is made.
      const { rows: found } = await sql<SourceNotice & { readonly number: number }>`
        select id, number, noun, record_id, occurred_at, array(
          select notice.subject where notice.subject is not null
          union select subject from directory.liaison where organization_id = notice.organization_id
          union select lead.subject from directory.committee, lateral (
              select subject, first_day, last_day from directory.seat
                where committee_id = committee.id and role = 'SECRETARY'
              union all select subject, first_day, last_day from directory.handover where committee_id = committee.id
            ) as lead
            where (committee.id = notice.committee_id or committee.organization_id = notice.organization_id)
              and lead.first_day <= ${today}::date and lead.last_day >= ${today}::date
          union select subject from directory.appointment
            where role = 'OPERATOR' and region_code = any(notice.region_path)
          -- Nobody is mailed what they did themselves.
          except select subject from notice_mark where notice_id = notice.id and notice.region_path is not null
        ) as subjects
        from notice where number > ${after} and number <= ${settled}
        order by number limit ${sql.lit(size + 1)}`.execute(rows);
      const notices = found.slice(0, size);
      const hasMore = found.length > size;
      const last = notices.at(-1)?.number ?? after;
      return { notices, hasMore, end: hasMore ? last : Math.max(last, committed.number, after) };
    },
    read: async (database, { viewer, language }, ids) => {
      const { rows } = database;
      const addressees = addresseesOf(viewer, {});
      const found = await rows
        .selectFrom("notice")
        .select(["id", "noun", "type", "recordId", "facts", "occurredAt"])
        .where(anyOf("id", ids, "uuid"))
        .where(isToOneOf("notice", addressees))
        .where(isFirstTold(addressees))
        .orderBy("number")
        .execute();
      const signal = new AbortController().signal;
      const { wording } = createContext(database, { viewer, language, requestId: "mail", signal });
      const lines = found.map(async ({ noun, type, facts, ...notice }): Promise<NoticeLine> => {
        const words = NOTICE_KINDS[noun]?.[type];
        return {
          id: notice.id,
          occurredAt: notice.occurredAt,
          text: words ? await wording.of(words, facts) : type,
          path: noticePage({ noun, facts, recordId: notice.recordId }),
        };
      });
      return await Promise.all(lines);
    },
  };
}
