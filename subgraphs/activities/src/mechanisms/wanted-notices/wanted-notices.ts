import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import type { Kysely } from "kysely";
import type { MailLanguage } from "../../vocabulary/mail-language.ts";
import { NOTICES } from "../notice-log/notice-log.ts";
import { readLog } from "../numbered-log/read-log.ts";

/** Which of its unit's notices an endpoint takes; what is left out limits nothing. */
export interface WantedNotices {
  readonly nouns?: readonly string[];
  readonly types?: readonly string[];
  readonly language: MailLanguage;
}

/** The choice of notices that somebody makes; null and left out limit nothing. */
export interface NoticesChoice {
  readonly nouns?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly language?: MailLanguage | null;
}

/** What an endpoint keeps of its choice: which notices it takes, and up to where it has them. */
export interface NoticesToDeliver {
  readonly notices: WantedNotices | null;
  readonly noticeCursorNumber: number | null;
}

/**
 * The notices that an endpoint takes, as they are stored.
 *
 * @throws HubError `BAD_USER_INPUT` for what no notice is about or called.
 */
function requireNotices(given: NoticesChoice): WantedNotices {
  const { nouns, types, language } = given;
  requireKnown("notices.nouns", nouns, Object.keys(NOTICE_KINDS));
  requireKnown("notices.types", types, Object.values(NOTICE_KINDS).flatMap(Object.keys));
  return {
    ...(nouns == null ? {} : { nouns: [...new Set(nouns)] }),
    ...(types == null ? {} : { types: [...new Set(types)] }),
    language: language ?? "ZH_CN",
  };
}

function requireKnown(
  field: string,
  given: readonly string[] | null | undefined,
  known: readonly string[],
): void {
  const wrong = given?.find((one) => !known.includes(one));
  if (wrong === undefined) return;
  throw badInput(field, {
    zh: `没有名为 ${JSON.stringify(wrong)} 的${field.endsWith("nouns") ? "记录类型" : "通知类型"}。请从 docs/notices.md 的表中选取，或者不填。`,
    en: `"${field}" has ${JSON.stringify(wrong)}, which no notice has. Take it from the table in docs/notices.md, or leave it out.`,
  });
}

/** The notices that are wanted, from now on. @throws HubError `BAD_USER_INPUT`. */
export async function noticesFromNow<DB>(
  rows: Kysely<DB>,
  given: NoticesChoice | null,
): Promise<NoticesToDeliver> {
  if (given === null) return { notices: null, noticeCursorNumber: null };
  const notices = requireNotices(given);
  return { notices, noticeCursorNumber: (await readLog(rows, NOTICES)).committed.number };
}
