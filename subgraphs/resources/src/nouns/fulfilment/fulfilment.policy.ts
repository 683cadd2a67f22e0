import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Sides, can as canForAgreement } from "../agreement/agreement.policy.ts";

/** What may be done with the fulfilment of a commitment. It is read with its agreement, by whoever may read that. */
export type FulfilmentAction = "recordFulfilment";

/** A liaison of any party may record how often a commitment was kept. */
export function can(viewer: Viewer, action: FulfilmentAction, agreement: Sides): boolean {
  return canForAgreement(viewer, action, agreement);
}
