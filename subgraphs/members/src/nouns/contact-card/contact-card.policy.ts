import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with a contact card. The card itself, its post and its hours are public. */
export type ContactCardAction = "make" | "change" | "readHolder";

/** The columns of a contact card that the rule needs. */
export interface ContactCardRule {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly consentedAt: Date | null;
}

/**
 * The unit's liaison, or whoever runs the committee, manages its cards. A partner key must not name persons.
 * Without the holder's consent, only the unit itself may see the holder (`readHolder`).
 */
export function can(viewer: Viewer, action: ContactCardAction, card: ContactCardRule): boolean {
  if (action === "readHolder") return card.consentedAt !== null || isOwn(viewer, card);
  const { organizationId, committeeId } = card;
  if (viewer.kind !== "PERSON") return false;
  return (organizationId !== null && actsFor(viewer, organizationId)) || runs(viewer, committeeId);
}

/** Whether the viewer belongs to the card's unit: acts for it, or runs the committee or sits on it. */
export function isOwn(viewer: Viewer, card: Omit<ContactCardRule, "consentedAt">): boolean {
  if (card.organizationId !== null) return viewer.organizationIds.includes(card.organizationId);
  return card.committeeId !== null && committeesOf(viewer).includes(card.committeeId);
}

/** {@link isOwn} as a WHERE condition. */
export function own(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`(contact_card.organization_id = any(${viewer.organizationIds}::uuid[])
    or contact_card.committee_id = any(${committeesOf(viewer)}::uuid[]))`;
}

const committeesOf = (viewer: Viewer): string[] => [
  ...viewer.runsCommitteeIds,
  ...viewer.seatCommitteeIds,
];
