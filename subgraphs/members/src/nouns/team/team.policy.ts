import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a team. Teams are public: everybody may read them. */
export type TeamAction = "form" | "update";

/** The columns of a team that the rule needs. A team belongs to a unit or to a committee, not to both. */
export interface TeamPlace {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly regionPath: RegionPath;
}

/**
 * A unit's liaison manages its teams, whoever runs a committee manages the committee's teams, and an operator
 * manages all teams of the region.
 */
export function can(viewer: Viewer, _action: TeamAction, team: TeamPlace): boolean {
  if (operates(viewer, team.regionPath) || runs(viewer, team.committeeId)) return true;
  return team.organizationId !== null && actsFor(viewer, team.organizationId);
}
