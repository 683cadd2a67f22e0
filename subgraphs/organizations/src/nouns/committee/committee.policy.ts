import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a committee. Committees are public: everybody may read them. */
export type CommitteeAction = "establish";

/**
 * Operators establish committees in their region; a secretary establishes committees below the own committee.
 */
export function can(
  viewer: Viewer,
  _action: CommitteeAction,
  committee: { readonly parentId: string | null; readonly regionPath: RegionPath },
): boolean {
  return operates(viewer, committee.regionPath) || runs(viewer, committee.parentId);
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
