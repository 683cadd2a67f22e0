import { number, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { AGREEMENT_NOTICES } from "@alliance-hub/platform/notices/kinds/agreement";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Agreement } from "../agreement/agreement.entity.ts";
import type { Commitment } from "../commitment/commitment.entity.ts";

/** Whom it concerns that a commitment was kept: the parties of its agreement. */
export function noticesOfFulfilment(
  { id, partyIds }: Readonly<Agreement>,
  { organizationId, clause, fulfilled }: Readonly<Commitment>,
): readonly Notice[] {
  const parties = partyIds.map((partyId) => ({ organizationId: partyId }));
  return AGREEMENT_NOTICES.tell("FULFILMENT_RECORDED", id, parties, {
    agreement: record("Agreement", id),
    organization: unit(organizationId),
    clause: text(clause),
    times: number(fulfilled),
  });
}
