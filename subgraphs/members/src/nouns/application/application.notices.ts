import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { applicationWithdrawn } from "@alliance-hub/platform/notices/concerned/of-members";
import { committee, text, unit } from "@alliance-hub/platform/notices/facts";
import { APPLICATION_NOTICES } from "@alliance-hub/platform/notices/kinds/application";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Application } from "./application.entity.ts";

/** Whom a change of an application concerns: the committee that answers, or the unit that applied. */
export function noticesOfApplication(
  application: Readonly<Application>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { tell } = APPLICATION_NOTICES;
  const { id, organizationId, committeeId, message, returnReason } = application;
  const facts = { organization: unit(organizationId), committee: committee(committeeId) };
  switch (action) {
    case "applyToCommittee":
      return tell("SUBMITTED", id, { committeeId }, { ...facts, message: text(message) });
    case "acceptApplication":
      return tell("ACCEPTED", id, { organizationId }, facts);
    case "returnApplication":
      return tell("RETURNED", id, { organizationId }, { ...facts, reason: text(returnReason) });
    case "withdrawApplication":
      return applicationWithdrawn(application, null);
    default:
      return [];
  }
}
