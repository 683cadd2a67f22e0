import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { day, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { NEED_NOTICES } from "@alliance-hub/platform/notices/kinds/need";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Need } from "./need.entity.ts";

/** Whom a change of a need concerns: the committee on whose list it is. */
export function noticesOfNeed(
  { id, organizationId, committeeId, neededBy, state, withdrawReason }: Readonly<Need>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  if (committeeId === null) return [];
  const facts = { organization: unit(organizationId), need: record("Need", id) };
  const to = { committeeId };
  if ((action === "postNeed" || action === "publishNeed") && state === "PUBLISHED")
    return NEED_NOTICES.tell("POSTED", id, to, { ...facts, neededBy: day(neededBy) });
  if (action === "withdrawNeed")
    return NEED_NOTICES.tell("WITHDRAWN", id, to, { ...facts, reason: text(withdrawReason) });
  return [];
}
