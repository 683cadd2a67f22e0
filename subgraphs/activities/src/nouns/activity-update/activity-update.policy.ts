import { audienceCondition } from "@alliance-hub/sharing/audience";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import {
  invitationCondition,
  learnsOfInvitation,
} from "../../mechanisms/participant-list/invitation-rule.ts";
import { OF_INVITATIONS } from "../../mechanisms/update-log/activity-update.ts";
import type { LiveUpdate } from "../../mechanisms/update-log/update-log.ts";
import { canRead, readable } from "../activity/activity.policy.ts";

/**
 * Whether the viewer may see an update that happens now: who may see the activity. That a unit was invited or has declined is
 * told to that unit and to whoever keeps the list of participants.
 */
export function canReadUpdate(viewer: Viewer, update: LiveUpdate): boolean {
  if (!canRead(viewer, update)) return false;
  return !OF_INVITATIONS.includes(update.type) || learnsOfInvitation(viewer, update);
}

/**
 * {@link canReadUpdate} as a WHERE condition on `activity_update` joined with `activity`: as it was
 * when the update happened, and as it is. A unit that has left it no longer reads what it saw as one of its participants.
 */
export function readableUpdate(viewer: Viewer): Expression<SqlBool> {
  const then = audienceCondition(viewer, {
    audience: sql.ref("activityUpdate.audience"),
    allianceCode: sql.ref("activityUpdate.allianceCode"),
    committeeId: sql.ref("activityUpdate.committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`activity_update.participant_ids && ${ids}::uuid[]`,
  });
  const invited = invitationCondition(viewer, sql.ref("activityUpdate.organizationId"));
  return sql<SqlBool>`(${then} and ${readable(viewer)}
    and (activity_update.type <> all(${OF_INVITATIONS}::text[]) or ${invited}))`;
}
