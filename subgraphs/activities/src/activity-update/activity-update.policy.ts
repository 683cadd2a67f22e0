import { audienceCondition } from "@alliance-hub/kit/sharing/audience";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import { type Expression, type SqlBool, sql } from "kysely";
import { type ReadableActivity, canRead, readable } from "../activity/activity.policy.ts";

/** Whether the viewer may see an update: as the activity was when it happened. */
export function canReadUpdate(viewer: Viewer, update: ReadableActivity): boolean {
  return canRead(viewer, update);
}

/**
 * The same as a WHERE condition on `activity_update` joined with `activity`: as the activity was, and
 * as it is. A unit that has left it no longer reads what it saw as one of its participants.
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
