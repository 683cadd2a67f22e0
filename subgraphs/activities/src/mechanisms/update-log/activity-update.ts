import { TextArray } from "@alliance-hub/platform/database/text-array";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { defineEntity, p } from "@mikro-orm/core";
import type { Row } from "@alliance-hub/platform/database/row";

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
    /** Of the activity; the log takes any. */
    kind: p.string(),
    committeeId: p.uuid(),
    audience: p.string().$type<Audience>(),
    participantIds: p.type(TextArray).$type<string[]>(),
    regionPath: p.type(TextArray).$type<RegionPath>(),
    allianceCode: p.string(),
  },
});

/**
 * One entry of the update log (更新). Its number, which is its place, is given by PostgreSQL when it is
 * written; only `append.ts` writes one and only `retention.ts` clears it.
 */
export class ActivityUpdate extends ActivityUpdateSchema.class {}
ActivityUpdateSchema.setClass(ActivityUpdate);

/** The tables of the update log, as plain reads see them. */
export interface UpdateLogTables {
  /** Its place is given by PostgreSQL. */
  activityUpdate: Row<ActivityUpdate> & { number: number };
  /** One row; up to this entry all are gone. */
  updateLog: { clearedNumber: number; clearedId: string; sealKey: Uint8Array };
}
