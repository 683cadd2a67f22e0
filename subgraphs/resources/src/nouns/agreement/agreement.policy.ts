import { readableAgreement } from "@alliance-hub/sharing/agreement-rule";
import { type SharedRecord, mayRead } from "@alliance-hub/sharing/audience";
import { type Viewer, actsFor, runs, type ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";
import type { StoredState } from "./agreement.entity.ts";

/** What may be done with an agreement, besides reading it. */
export type AgreementAction =
  | "draft"
  | "revise"
  | "discard"
  | "propose"
  | "withdraw"
  | "sign"
  | "terminate"
  | "recordFulfilment";

/** The sides of an agreement: its parties, and the committee under which it is made. */
export interface Sides {
  readonly committeeId: string;
  readonly partyIds: readonly string[];
}

/** The columns that the rule of reading needs. */
export type ReadableAgreement = SharedRecord & { readonly state: StoredState };

/** Whether the viewer may see an agreement. Only its parties and whoever runs the committee may see a draft. */
export function canRead(viewer: Viewer, agreement: ReadableAgreement): boolean {
  return mayRead(viewer, {
    ...agreement,
    audience: agreement.state === "DRAFT" ? "PARTIES" : agreement.audience,
  });
}

/**
 * The actions that bind or release the parties. Only a person may do them. A partner system may prepare a
 * draft, which binds nobody, and record fulfilment, which can be corrected.
 */
const BY_PERSONS: ReadonlySet<AgreementAction> = new Set([
  "propose",
  "withdraw",
  "sign",
  "terminate",
]);

/**
 * Whether the viewer may act on an agreement. Whoever acts for one of its parties may. Whoever runs the
 * committee may, too, except for what only a party can do (sign, record fulfilment). Signing also checks the
 * party: `actsFor`.
 */
export function can(viewer: Viewer, action: AgreementAction, agreement: Sides): boolean {
  if (viewer.kind !== "PERSON" && BY_PERSONS.has(action)) return false;
  if (agreement.partyIds.some((id) => actsFor(viewer, id))) return true;
  return action !== "sign" && action !== "recordFulfilment" && runs(viewer, agreement.committeeId);
}

/** {@link canRead} as a WHERE condition on the table `agreement`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return readableAgreement(viewer, "agreement");
}
