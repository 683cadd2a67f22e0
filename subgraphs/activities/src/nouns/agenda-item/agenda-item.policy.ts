import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a meeting's agenda. Who sees the meeting sees its agenda. */
export type AgendaItemAction = "put" | "remove";

/** An item, or one to be put: on whose agenda, and in whose name. */
export interface Proposal {
  readonly committeeId: string;
  readonly proposedByOrganizationId: string | null;
}

/**
 * Whoever runs the committee may do all. Whoever has a seat there puts items, in no unit's name or in that
 * of the unit that sent or is represented by this person, and takes those of that unit off again.
 */
export function can(viewer: Viewer, action: AgendaItemAction, item: Proposal): boolean {
  const { committeeId, proposedByOrganizationId: unitId } = item;
  if (runs(viewer, committeeId)) return true;
  if (!viewer.seatCommitteeIds.includes(committeeId)) return false;
  if (unitId === null) return action === "put";
  const sentBy = viewer.roles.some(
    (role) => role.committeeId === committeeId && role.organizationId === unitId,
  );
  return sentBy || actsFor(viewer, unitId);
}
