import type { RegionPath } from "@alliance-hub/kit/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/kit/viewer/viewer";

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
