import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { needWithdrawn } from "@alliance-hub/platform/notices/concerned/of-resources";
import { day, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { NEED_NOTICES } from "@alliance-hub/platform/notices/kinds/need";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Need } from "./need.entity.ts";

/** Whom a change of a need concerns: the committee on whose list it is. */
export function noticesOfNeed(
  need: Readonly<Need>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { state, withdrawReason } = need;
  if (action === "withdrawNeed") return needWithdrawn(need, text(withdrawReason));
  const isPosted = (action === "postNeed" || action === "publishNeed") && state === "PUBLISHED";
  return isPosted ? noticesOfPosting(need) : [];
}

/** Whom a need that is put on a list concerns: the committee whose list it is. */
export function noticesOfPosting(need: Readonly<Need>): readonly Notice[] {
  const { id, organizationId, committeeId, neededBy } = need;
  if (committeeId === null) return [];
  const facts = { organization: unit(organizationId), need: record("Need", id) };
  return NEED_NOTICES.tell("POSTED", id, { committeeId }, { ...facts, neededBy: day(neededBy) });
}
