import { type SharedRecord, audienceCondition, mayRead } from "@alliance-hub/sharing/audience";
import { type Viewer, actsFor, runs, type ViewerReach } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import type { StoredState } from "./agreement.entity.ts";

/** What may be done with an agreement, besides reading it. */
export type AgreementAction =
  | "draft"
  | "revise"
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

/** What the rule of reading looks at. */
export type ReadableAgreement = SharedRecord & { readonly state: StoredState };

/** Whether the viewer may see an agreement: a draft is between its parties and whoever runs the committee. */
export function canRead(viewer: Viewer, agreement: ReadableAgreement): boolean {
  return mayRead(viewer, {
    ...agreement,
    audience: agreement.state === "DRAFT" ? "PARTIES" : agreement.audience,
  });
}

/**
 * What binds parties or releases them: a person does it and answers for it. A partner's system may prepare
 * a draft, which binds nobody, and count what was kept, which can be corrected.
 */
const BY_PERSONS: ReadonlySet<AgreementAction> = new Set([
  "propose",
  "withdraw",
  "sign",
  "terminate",
]);

/**
 * Whether the viewer may act on an agreement: who acts for one of its parties and, but for what only a
 * party can do (sign, say what was fulfilled), whoever runs the committee. Signing asks besides for which
 * party: `actsFor`.
 */
export function can(viewer: Viewer, action: AgreementAction, agreement: Sides): boolean {
  if (viewer.kind !== "PERSON" && BY_PERSONS.has(action)) return false;
  if (agreement.partyIds.some((id) => actsFor(viewer, id))) return true;
  return action !== "sign" && action !== "recordFulfilment" && runs(viewer, agreement.committeeId);
}

/** {@link canRead} as a WHERE condition on the table `agreement`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return audienceCondition(viewer, {
    audience: sql`(case agreement.state when 'DRAFT' then 'PARTIES' else agreement.audience end)`,
    allianceCode: sql.ref("agreement.allianceCode"),
    committeeId: sql.ref("agreement.committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`agreement.party_ids && ${ids}::uuid[]`,
  });
}
