import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import type { Hosting } from "../activity/activity.policy.ts";

/** Most units of one activity. With the most people from each, the sum still is a GraphQL Int. */
export const MAX_PARTICIPANTS = 1000;

/** What may be done about a unit's part in an activity. Who sees the activity sees who takes part. */
export type ParticipantAction = "join" | "leave" | "recordAttendance";

/** A unit's part in an activity. */
export interface Participation {
  readonly activity: Hosting;
  readonly organizationId: string;
}

/** A unit speaks for itself; its attendance may also be entered by the host or whoever runs the committee. */
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
