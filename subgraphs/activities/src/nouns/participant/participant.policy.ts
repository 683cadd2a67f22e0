import { type Viewer, actsFor, runs } from "@alliance-hub/sharing/viewer";
import { learnsOfInvitation } from "../../mechanisms/participant-list/invitation-rule.ts";
import type { ParticipantState } from "../../mechanisms/participant-list/participant.ts";
import type { Hosting } from "../activity/activity.policy.ts";

/** What may be done about a unit's part in an activity. */
export type ParticipantAction = "join" | "leave" | "recordAttendance" | "decline";

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

/**
 * Whether the viewer, who may see the activity, may see a unit's part in it. Who takes part and who hosts is told to all
 * of them. Who was invited, declined or left is between that unit and whoever keeps the list.
 */
export function canReadPart(
  viewer: Viewer,
  { activity, organizationId }: Participation,
  { state }: { readonly state: ParticipantState },
): boolean {
  if (state === "JOINED") return true;
  const { hostId, committeeId } = activity;
  return learnsOfInvitation(viewer, { organizationId, hostId, committeeId });
}
