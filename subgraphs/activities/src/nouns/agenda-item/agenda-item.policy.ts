import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a meeting's agenda. Whoever may see the meeting may see its agenda. */
export type AgendaItemAction = "put" | "update" | "remove";

/** An existing or new item: on whose agenda, and in whose name. */
export interface Proposal {
  readonly committeeId: string;
  readonly proposedByOrganizationId: string | null;
}

/**
 * Whoever runs the committee may do everything. A person with a seat there may put items on the agenda, in the
 * name of no unit or of the unit that sent the person or that the person acts for, and may change items of that
 * unit and take them off again.
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
