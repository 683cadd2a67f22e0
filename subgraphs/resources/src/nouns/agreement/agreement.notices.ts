import { agreementTerminated } from "@alliance-hub/platform/notices/concerned/of-resources";
import { day, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { AGREEMENT_NOTICES } from "@alliance-hub/platform/notices/kinds/agreement";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import type { Agreement } from "./agreement.entity.ts";

const { tell } = AGREEMENT_NOTICES;

/** Whom a change of an agreement concerns: its parties, and the committee under which it is made. */
export function noticesOfAgreement(
  agreement: Readonly<Agreement>,
  { action, details }: MadeChange,
): readonly Notice[] {
  const { id, committeeId, partyIds, state } = agreement;
  const parties = partyIds.map((organizationId) => ({ organizationId }));
  const all = [...parties, { committeeId }];
  const facts = { agreement: record("Agreement", id) };
  switch (action) {
    case "draftAgreement":
      return tell("DRAFTED", id, parties, facts);
    case "proposeAgreement":
      return tell("PROPOSED", id, parties, {
        ...facts,
        from: day(agreement.termFrom),
        to: day(agreement.termTo),
      });
    case "withdrawProposal":
      return tell("RETRACTED", id, parties, facts);
    case "signAgreement":
      return state === "ACTIVE"
        ? tell("ACTIVATED", id, all, facts)
        : tell("SIGNED", id, all, { ...facts, organization: unit(String(details["signedFor"])) });
    case "terminateAgreement":
      return agreementTerminated(agreement, text(agreement.terminateReason));
    default:
      return [];
  }
}
