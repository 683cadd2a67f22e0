import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a service area. Who serves what is public: everybody may read it. */
export type ServiceAreaAction = "assign" | "end";

/** The estate, as the rule needs it. */
export interface ServedPlace {
  readonly regionPath: RegionPath;
  /** The committees of the estate's community, street and district. */
  readonly committeeIds: readonly string[];
}

/** Operators of the place, and whoever runs a committee on whose ground the estate is. */
export function can(viewer: Viewer, _action: ServiceAreaAction, place: ServedPlace): boolean {
  return operates(viewer, place.regionPath) || place.committeeIds.some((id) => runs(viewer, id));
}
