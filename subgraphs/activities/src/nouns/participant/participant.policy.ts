import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import type { Hosting } from "../activity/activity.policy.ts";

/** What may be done about a unit's part in an activity. Whoever may see the activity may see who takes part. */
export type ParticipantAction = "join" | "leave" | "recordAttendance";

/** A unit's part in an activity. */
export interface Participation {
  readonly activity: Hosting;
  readonly organizationId: string;
}

/** A unit acts for itself. The host or whoever runs the committee may also enter its attendance. */
export function can(
  viewer: Viewer,
  action: ParticipantAction,
  participation: Participation,
): boolean {
  const { activity, organizationId } = participation;
  if (actsFor(viewer, organizationId)) return true;
  return (
    action === "recordAttendance" &&
    (actsFor(viewer, activity.hostId) || runs(viewer, activity.committeeId))
  );
}
