import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates } from "@alliance-hub/sharing/viewer";

/** What may be done with a region. Regions are public: everybody may read them. */
export type RegionAction = "add";

/** Whether the viewer may add a region at this place: operators of it or of a place above. */
export function can(
  viewer: Viewer,
  _action: RegionAction,
  place: { readonly path: RegionPath },
): boolean {
  return operates(viewer, place.path);
}
