import { type SharedRecord, audienceCondition, mayRead } from "@alliance-hub/sharing/audience";
import { type Viewer, actsFor, runs, type ViewerReach } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with an activity, besides reading it. */
export type ActivityAction =
  | "schedule"
  | "reschedule"
  | "update"
  | "cancel"
  | "hold"
  | "reopen"
  | "invite";

/** Who is responsible for an activity: the committee on whose calendar it is, and the unit that hosts it. */
export interface Hosting {
  readonly committeeId: string;
  readonly hostId: string;
}

/** The columns that the rule of reading needs. */
export type ReadableActivity = Omit<SharedRecord, "partyIds"> & {
  readonly participantIds: readonly string[];
};

/** Whether the viewer may see an activity. Units that take part or are invited, including the host, always may. */
export function canRead(viewer: Viewer, activity: ReadableActivity): boolean {
  const { audience, allianceCode, committeeId, participantIds: partyIds } = activity;
  return mayRead(viewer, { audience, allianceCode, committeeId, partyIds });
}

/** Whoever runs the committee and the host's liaison have the same rights in every step. */
export function can(viewer: Viewer, _action: ActivityAction, activity: Hosting): boolean {
  return runs(viewer, activity.committeeId) || actsFor(viewer, activity.hostId);
}

/** {@link canRead} as a WHERE condition on the table `activity`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return audienceCondition(viewer, {
    audience: sql.ref("activity.audience"),
    allianceCode: sql.ref("activity.allianceCode"),
    committeeId: sql.ref("activity.committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`activity.participant_ids && ${ids}::uuid[]`,
  });
}
