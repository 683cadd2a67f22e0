import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Owner, type Viewer, actsForOwner, operates } from "@alliance-hub/sharing/viewer";

/** What may be done with a team. Teams are public: everybody may read them. */
export type TeamAction = "form" | "update";

/** The columns of a team that the rule needs. A team belongs to a unit or to a committee, not to both. */
export interface TeamPlace extends Owner {
  readonly regionPath: RegionPath;
}

/**
 * A unit's liaison manages its teams, whoever runs a committee manages the committee's teams, and an operator
 * manages all teams of the region.
 */
export function can(viewer: Viewer, _action: TeamAction, team: TeamPlace): boolean {
  return operates(viewer, team.regionPath) || actsForOwner(viewer, team);
}
