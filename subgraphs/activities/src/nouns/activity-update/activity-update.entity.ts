import { TextArray } from "@alliance-hub/platform/database/text-array";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityKind } from "../activity/activity.entity.ts";

/** What happened to an activity. */
export const ActivityUpdateType = {
  SCHEDULED: "SCHEDULED",
  RESCHEDULED: "RESCHEDULED",
  CANCELLED: "CANCELLED",
  HELD: "HELD",
  PARTICIPANT_JOINED: "PARTICIPANT_JOINED",
  PARTICIPANT_LEFT: "PARTICIPANT_LEFT",
  ATTENDANCE_RECORDED: "ATTENDANCE_RECORDED",
} as const;
export type ActivityUpdateType = (typeof ActivityUpdateType)[keyof typeof ActivityUpdateType];

export const ActivityUpdateSchema = defineEntity({
  name: "ActivityUpdate",
  tableName: "activity_update",
  properties: {
    id: p.uuid().primary(),
    type: p.string().$type<ActivityUpdateType>(),
    occurredAt: p.datetime(),
    activityId: p.uuid(),
    organizationId: p.uuid().nullable().strictNullable(),
    kind: p.string().$type<ActivityKind>(),
    committeeId: p.uuid(),
    audience: p.string().$type<Audience>(),
    participantIds: p.type(TextArray).$type<string[]>(),
    regionPath: p.type(TextArray).$type<RegionPath>(),
    allianceCode: p.string(),
  },
});

/**
 * One entry of the update log (更新). Its number, which is its place, is given by PostgreSQL when it is
 * written; it is read by `activity-update.loaders.ts` alone.
 */
export class ActivityUpdate extends ActivityUpdateSchema.class {}
ActivityUpdateSchema.setClass(ActivityUpdate);
