import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Sides, can as canForAgreement } from "../agreement/agreement.policy.ts";

/** What may be done with a commitment. It is read with its agreement, by whoever may read that. */
export type CommitmentAction = "recordFulfilment";

/** The parties say among themselves what was kept: the liaison of any of them. */
export function can(viewer: Viewer, action: CommitmentAction, agreement: Sides): boolean {
  return canForAgreement(viewer, action, agreement);
}
