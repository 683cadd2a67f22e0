import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/**
 * What may be done with a committee: establish it; describe it (name, labels for its work); arrange it (which one
 * is above it, whether it is a model). Committees are public: everybody may read them.
 */
export type CommitteeAction = "establish" | "describe" | "arrange";

/** The columns of a committee that the rule needs; a committee that is to be established has no id. */
export interface JudgedCommittee {
  readonly id?: string;
  readonly parentId: string | null;
  readonly regionPath: RegionPath;
}

/**
 * Operators establish and change committees in their region. A secretary establishes and arranges committees
 * below the own committee, and describes the own one, too.
 */
export function can(viewer: Viewer, action: CommitteeAction, committee: JudgedCommittee): boolean {
  const { id, parentId, regionPath } = committee;
  if (operates(viewer, regionPath) || runs(viewer, parentId)) return true;
  return action === "describe" && id !== undefined && runs(viewer, id);
}

/**
 * Whether the viewer may establish a committee that belongs to this organisation. The committee's secretary
 * will act for the organisation, so only these may do it: an operator of the organisation's place, whoever acts
 * for the organisation, and whoever runs the committee above, if the organisation is in its place.
 */
export function mayStandOn(
  viewer: Viewer,
  organization: { readonly id: string; readonly regionPath: RegionPath },
  parent: { readonly id: string; readonly regionCode: string } | null,
): boolean {
  if (operates(viewer, organization.regionPath) || actsFor(viewer, organization.id)) return true;
  return (
    parent !== null &&
    runs(viewer, parent.id) &&
    organization.regionPath.includes(parent.regionCode)
  );
}
