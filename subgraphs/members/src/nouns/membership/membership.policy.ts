import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/** What may be done with a membership. Memberships, ended ones too, are public: all may read them. */
export type MembershipAction = "join" | "leave";

/** What of a membership the rule looks at. */
export interface MembershipPlace {
  readonly committeeId: string;
  readonly organizationId: string;
  /** Path of the committee's region. */
  readonly regionPath: RegionPath;
}

/** Whoever runs the committee decides, or an operator of its region; a unit may leave by itself. */
export function can(
  viewer: Viewer,
  action: MembershipAction,
  membership: MembershipPlace,
): boolean {
  if (runs(viewer, membership.committeeId) || operates(viewer, membership.regionPath)) return true;
  return action === "leave" && actsFor(viewer, membership.organizationId);
}
