import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { committee, day, text } from "@alliance-hub/platform/notices/facts";
import { HANDOVER_NOTICES } from "@alliance-hub/platform/notices/kinds/handover";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Handover } from "./handover.entity.ts";

/** Who runs the committee meanwhile. */
export interface Deputy {
  readonly subject: string | null;
  readonly holderName: string;
}

/** Whom a change of a handover concerns: the deputy, and the committee. */
export function noticesOfHandover(
  { id, committeeId, from, until, endReason }: Readonly<Handover>,
  { action }: Pick<MadeChange, "action">,
  { subject, holderName }: Deputy,
): readonly Notice[] {
  const { tell } = HANDOVER_NOTICES;
  const to: Addressee[] = [{ committeeId }, ...(subject === null ? [] : [{ subject }])];
  const facts = {
    committee: committee(committeeId),
    deputy: text(holderName),
    from: day(from),
    until: day(until),
  };
  return action === "handOver"
    ? tell("HANDED_OVER", id, to, facts)
    : tell("ENDED", id, to, { ...facts, reason: text(endReason) });
}
