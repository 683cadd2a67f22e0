import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { subjectOf } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import { addresseesOf, isToOneOf } from "../../mechanisms/addressees/addressees.ts";
import type { MarkNoticesReadInput } from "./notice.input.ts";
import type { NoticeContext } from "./notice.loaders.ts";

const MOST = 100;

/**
 * Marks notices as read by this person. It can be repeated: a mark is made once. It leaves no audit entry, because
 * nobody else sees a difference.
 *
 * @throws HubError `FORBIDDEN` for a partner system, `NOT_FOUND`, `BAD_USER_INPUT`.
 */
export async function markNoticesRead(
  context: NoticeContext,
  input: MarkNoticesReadInput,
): Promise<{ readonly unread: number }> {
  const { viewer, rows, clock, notices } = context;
  if (viewer.kind !== "PERSON")
    throw forbidden(viewer, {
      zh: "已读与否属于个人，合作系统没有。",
      en: "Whether a notice was read belongs to a person; a partner system has no such mark.",
    });
  const subject = subjectOf(viewer);
  if (input.ids == null && input.all !== true)
    throw badInput("ids", {
      zh: "没有写明哪些通知。请选择通知，或者全部标为已读。",
      en: `Neither "ids" nor "all" is given. Name the notices, or mark all of them.`,
    });
  const ids = [...new Set(input.ids)];
  if (ids.length > MOST)
    throw badInput("ids", {
      zh: `一次标了 ${ids.length} 条，最多 ${MOST} 条。请分几次，或者全部标为已读。`,
      en: `"ids" has ${ids.length} notices; the limit is ${MOST}. Send several requests, or "all".`,
    });
  const told = new Set(await notices.told(ids.filter(isId)));
  const checks = new InputChecks();
  for (const id of ids)
    await checks.of(() => {
      if (!told.has(id)) throw notFound("Notice", id, "ids");
    });
  checks.end();
  const readAt = clock();
  if (ids.length > 0)
    await rows
      .insertInto("noticeMark")
      .values([...told].map((noticeId) => ({ noticeId, subject, readAt })))
      .onConflict((same) => same.doNothing())
      .execute();
  if (input.all === true)
    await sql`
      insert into notice_mark (notice_id, subject, read_at)
      select id, ${subject}, ${readAt} from notice where ${isToOneOf("notice", addresseesOf(viewer, {}))}
        and occurred_at > ${readAt}::timestamptz - interval '30 days'
      on conflict do nothing`.execute(rows);
  return { unread: await notices.unread() };
}
