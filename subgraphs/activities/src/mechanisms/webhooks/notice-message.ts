import type { Facts } from "@alliance-hub/platform/notices/facts";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { cloudEventText } from "@alliance-hub/platform/webhooks/cloud-event";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { isAddressee } from "../addressees/addressees.ts";
import { NOTICES, type NoticeEntry, type NoticeTables } from "../notice-log/notice-log.ts";
import { noticePage } from "../notice-log/notice-page.ts";
import { type Log, readLog } from "../numbered-log/read-log.ts";
import { createNames } from "../wording/names.ts";
import { createWording } from "../wording/wording.ts";
import type { Message } from "./readable-message.ts";

/** What messages of notices are read from. */
type NoticeMessageBase = BaseContext<NoticeTables & DirectoryTables>;

/**
 * The messages of notices, in the words and the rights of the viewer, who is the endpoint's organisation.
 *
 * @param hubAddress for links; undefined for none.
 */
export async function noticeMessages(
  context: NoticeMessageBase,
  ids: readonly string[],
  hubAddress: string | undefined,
): Promise<Message[]> {
  const { rows, viewer } = context;
  const found = await rows
    .selectFrom("notice")
    .selectAll()
    .where(anyOf("id", ids, "uuid"))
    .execute();
  if (found.length === 0) return ids.map(() => ({ absent: "CLEARED" }));
  const log = await readLog(rows, NOTICES);
  const say = { wording: createWording(context), names: createNames(rows), log, hubAddress };
  const messages = await Promise.all(
    found.map(async (notice): Promise<[string, Message]> => [
      notice.id,
      isAddressee(viewer, notice) ? await messageOf(notice, say) : { absent: "WITHHELD" },
    ]),
  );
  const byId = new Map(messages);
  return ids.map((id) => byId.get(id) ?? { absent: "CLEARED" });
}

/** Additions only: partners read what is here by name (docs/partners.md). */
async function messageOf(
  { id, number, noun, type, recordId, facts, occurredAt, organizationId }: NoticeEntry,
  say: {
    readonly wording: ReturnType<typeof createWording>;
    readonly names: ReturnType<typeof createNames>;
    readonly log: Log;
    readonly hubAddress: string | undefined;
  },
): Promise<Message> {
  const { wording, names, log, hubAddress } = say;
  const words = NOTICE_KINDS[noun]?.[type];
  const title = words ? await wording.of(words, facts) : type;
  const committeeId = committeeIn(facts);
  const page = noticePage({ noun, recordId, facts });
  const link = page === null || hubAddress === undefined ? null : hubAddress + page;
  const body = cloudEventText({
    id,
    source: "urn:alliance-hub:activities",
    type: `alliance.notice.${noun.toLowerCase()}.${type.toLowerCase()}`,
    time: occurredAt,
    subject: recordId,
    data: {
      id,
      position: log.positions.of({ number, id }),
      noun,
      type,
      recordId,
      title,
      occurredAt,
      organization:
        organizationId === null
          ? null
          : { id: organizationId, name: await names.units.load(organizationId) },
      committee:
        committeeId === null
          ? null
          : { id: committeeId, name: await names.committees.load(committeeId) },
      link,
    },
  });
  return { body, news: { notice: { title, link } } };
}

/** The committee that a notice is about, where it is about one. */
function committeeIn(facts: Facts): string | null {
  const fact = facts["committee"] ?? null;
  return fact !== null && "committee" in fact ? fact.committee : null;
}
