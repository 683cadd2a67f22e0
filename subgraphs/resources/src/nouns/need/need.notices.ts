import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { needWithdrawn } from "@alliance-hub/platform/notices/concerned/of-resources";
import { corrected, correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
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

/** Whom it concerns that a need was corrected: the same. A call that changes nothing is told to nobody. */
export function noticesOfNeedCorrection(
  need: Readonly<Need>,
  work: Parameters<typeof correctedFields>[0],
): readonly Notice[] {
  const { id, organizationId, committeeId } = need;
  const fields = correctedFields(work, "Need", need);
  if (committeeId === null || fields.length === 0) return [];
  return NEED_NOTICES.tell(
    "CORRECTED",
    id,
    { committeeId },
    {
      organization: unit(organizationId),
      need: record("Need", id),
      changes: corrected(fields),
    },
  );
}
