import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import type { Hosting } from "../activity/activity.policy.ts";

/** What may be done about a unit's part in an activity. Whoever may see the activity may see who takes part. */
export type ParticipantAction = "join" | "leave" | "recordAttendance";

/** A unit's part in an activity. */
export interface Participation {
  readonly activity: Hosting;
  readonly organizationId: string;
}

/** A unit acts for itself. The host and whoever runs the committee may enter and correct the parts of all. */
export function can(
  viewer: Viewer,
  _action: ParticipantAction,
  { activity, organizationId }: Participation,
): boolean {
  return actsFor(viewer, organizationId) || keepsList(viewer, activity);
}

/** Whether the viewer keeps the list of participants: in their hands alone it is once the activity was held. */
export function keepsList(viewer: Viewer, { hostId, committeeId }: Hosting): boolean {
  return actsFor(viewer, hostId) || runs(viewer, committeeId);
}
