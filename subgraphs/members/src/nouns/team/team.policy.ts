import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a team. Teams are public: all may read them. */
export type TeamAction = "form" | "update";

/** What of a team the rule looks at; it belongs to a unit or to a committee, not to both. */
export interface TeamPlace {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly regionPath: RegionPath;
}

/** A unit's liaison keeps its teams, whoever runs a committee those of the committee, an operator all of the region. */
export function can(viewer: Viewer, _action: TeamAction, team: TeamPlace): boolean {
  if (operates(viewer, team.regionPath) || runs(viewer, team.committeeId)) return true;
  return team.organizationId !== null && actsFor(viewer, team.organizationId);
}
