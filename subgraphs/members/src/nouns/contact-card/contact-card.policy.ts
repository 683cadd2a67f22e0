import { condition } from "@alliance-hub/platform/conditions/condition";
import { type Owner, type Viewer, actsForOwner } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with a contact card. The card itself, its post and its hours are public. */
export type ContactCardAction = "make" | "change" | "readHolder";

/** The columns of a contact card that the rule needs. */
export type ContactCardRule = Owner & { readonly consentedAt: Date | null };

/**
 * The unit's liaison, or whoever runs the committee, manages its cards. A partner key must not name persons.
 * Without the holder's consent, only the unit itself may see the holder (`readHolder`).
 */
export function can(viewer: Viewer, action: ContactCardAction, card: ContactCardRule): boolean {
  if (action !== "readHolder") return viewer.kind === "PERSON" && actsForOwner(viewer, card);
  if (card.consentedAt !== null) return true;
  const { organizationId, committeeId } = card;
  return organizationId === null
    ? committeesOf(viewer).includes(String(committeeId))
    : viewer.organizationIds.includes(organizationId);
}

/** As a WHERE condition, whose cards show their holder to the viewer without consent. */
export const own = (viewer: Viewer) =>
  condition(
    "own",
    [viewer.organizationIds, committeesOf(viewer)],
    (units, committees) =>
      sql<SqlBool>`(contact_card.organization_id = any(${units}::uuid[])
      or contact_card.committee_id = any(${committees}::uuid[]))`,
  );

const committeesOf = (viewer: Viewer): string[] => [
  ...viewer.runsCommitteeIds,
  ...viewer.seatCommitteeIds,
];
