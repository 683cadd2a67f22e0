import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a committee. That it exists is public: all may read it. */
export type CommitteeAction = "establish";

/** Operators establish committees in their region; a secretary those below the own committee. */
export function can(
  viewer: Viewer,
  _action: CommitteeAction,
  committee: { readonly parentId: string | null; readonly regionPath: RegionPath },
): boolean {
  return operates(viewer, committee.regionPath) || runs(viewer, committee.parentId);
}

/**
 * Whether the viewer may found a committee on this organisation. Its secretary will act for it, so who
 * founds the committee must have that much say: an operator of the organisation's place, whoever acts for
 * it, or whoever runs the committee above, on whose ground it lies.
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
