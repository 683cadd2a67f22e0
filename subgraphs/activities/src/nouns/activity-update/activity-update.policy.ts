import { audienceCondition } from "@alliance-hub/sharing/audience";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import { readable } from "../activity/activity.policy.ts";

/**
 * `canRead` of the activity as a WHERE condition on `activity_update` joined with `activity`: as it was
 * when the update happened, and as it is. A unit that has left it no longer reads what it saw as one of its participants.
 */
export function readableUpdate(viewer: Viewer): Expression<SqlBool> {
  const then = audienceCondition(viewer, {
    audience: sql.ref("activityUpdate.audience"),
    allianceCode: sql.ref("activityUpdate.allianceCode"),
    committeeId: sql.ref("activityUpdate.committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`activity_update.participant_ids && ${ids}::uuid[]`,
  });
  return sql<SqlBool>`(${then} and ${readable(viewer)})`;
}
