import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with mail settings. */
export type MailSettingAction = "read" | "set" | "confirm" | "remove";

/** Each person has settings of their own, which nobody else reads or changes. A partner system has none. */
export function can(
  viewer: Pick<Viewer, "kind" | "subject">,
  _action: MailSettingAction,
  setting: { readonly subject: string | null },
): boolean {
  return viewer.kind === "PERSON" && viewer.subject !== null && viewer.subject === setting.subject;
}

/** {@link can} as a WHERE condition on the table `mail_setting`. */
export function readable({ kind, subject }: Pick<Viewer, "kind" | "subject">): Expression<SqlBool> {
  const own = kind === "PERSON" ? subject : null;
  return sql<SqlBool>`mail_setting.subject = ${own}::text`;
}
