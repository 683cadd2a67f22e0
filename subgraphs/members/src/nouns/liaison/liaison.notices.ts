import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { liaisonEnded } from "@alliance-hub/platform/notices/concerned/of-members";
import { text, unit } from "@alliance-hub/platform/notices/facts";
import { LIAISON_NOTICES } from "@alliance-hub/platform/notices/kinds/liaison";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Liaison } from "./liaison.entity.ts";

/** Whom a change of a liaison concerns: the person, and the unit. */
export function noticesOfLiaison(
  liaison: Readonly<Liaison>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  if (action === "endLiaison") return liaisonEnded(liaison, null);
  const { id, organizationId, subject, name } = liaison;
  const facts = { organization: unit(organizationId), name: text(name) };
  const type = action === "nameLiaison" ? "NAMED" : "CORRECTED";
  return LIAISON_NOTICES.tell(type, id, [{ organizationId }, { subject }], facts);
}
