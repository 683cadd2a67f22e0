import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { text, unit } from "@alliance-hub/platform/notices/facts";
import { LIAISON_NOTICES } from "@alliance-hub/platform/notices/kinds/liaison";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Liaison } from "./liaison.entity.ts";

/** Whom a change of a liaison concerns: the person, and the unit. */
export function noticesOfLiaison(
  { id, organizationId, subject, name }: Readonly<Liaison>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const facts = { organization: unit(organizationId), name: text(name) };
  const type = action === "nameLiaison" ? "NAMED" : "ENDED";
  return LIAISON_NOTICES.tell(type, id, [{ organizationId }, { subject }], facts);
}
