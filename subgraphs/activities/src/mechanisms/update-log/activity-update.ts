import { TextArray } from "@alliance-hub/platform/database/text-array";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { defineEntity, p } from "@mikro-orm/core";
import type { Positioned } from "../numbered-log/follow-log.ts";

/** What happened to an activity. */
export const ActivityUpdateType = {
  SCHEDULED: "SCHEDULED",
  RESCHEDULED: "RESCHEDULED",
  CANCELLED: "CANCELLED",
  HELD: "HELD",
  CORRECTED: "CORRECTED",
  REOPENED: "REOPENED",
  PARTICIPANT_INVITED: "PARTICIPANT_INVITED",
  PARTICIPANT_JOINED: "PARTICIPANT_JOINED",
  PARTICIPANT_DECLINED: "PARTICIPANT_DECLINED",
  PARTICIPANT_LEFT: "PARTICIPANT_LEFT",
  ATTENDANCE_RECORDED: "ATTENDANCE_RECORDED",
} as const;
export type ActivityUpdateType = (typeof ActivityUpdateType)[keyof typeof ActivityUpdateType];

/** What is told only to the unit itself and to whoever keeps the list of participants. */
export const OF_INVITATIONS: readonly ActivityUpdateType[] = [
  "PARTICIPANT_INVITED",
  "PARTICIPANT_DECLINED",
];

export const ActivityUpdateSchema = defineEntity({
  name: "ActivityUpdate",
  tableName: "activity_update",
  properties: {
    id: p.uuid().primary(),
    type: p.string().$type<ActivityUpdateType>(),
    occurredAt: p.datetime(),
    activityId: p.uuid(),
    organizationId: p.uuid().nullable().strictNullable(),
    /** The time that a rescheduling replaced. */
    previousStartsAt: p.datetime().nullable().strictNullable(),
    previousEndsAt: p.datetime().nullable().strictNullable(),
    /** Why it was rescheduled, cancelled or reopened, if somebody said. */
    reason: p.string().nullable().strictNullable(),
    /** Names of the fields that a correction changed; null for other types. */
    correctedFields: p.type(TextArray).$type<string[]>().nullable().strictNullable(),
    /** The kind of the activity; the log accepts any. */
    kind: p.string(),
    committeeId: p.uuid(),
    audience: p.string().$type<Audience>(),
    participantIds: p.type(TextArray).$type<string[]>(),
    /** Who hosted it then; PostgreSQL enters it at the end of the transaction. */
    hostId: p.uuid().nullable().strictNullable(),
    regionPath: p.type(TextArray).$type<RegionPath>(),
    allianceCode: p.string(),
  },
});

/**
 * One entry of the update log (更新). PostgreSQL gives it a number, which is its place in the log, when it is
 * written. Only `append.ts` writes entries, and only `retention.ts` clears them.
 */
export class ActivityUpdate extends ActivityUpdateSchema.class {}
ActivityUpdateSchema.setClass(ActivityUpdate);

/** An update, as the log returns it. */
export type ActivityUpdateRow = Positioned<UpdateEntry>;

/** The columns of an update that are read. */
export type UpdateEntry = Pick<
  ActivityUpdate,
  | "id"
  | "type"
  | "occurredAt"
  | "activityId"
  | "previousStartsAt"
  | "previousEndsAt"
  | "reason"
  | "correctedFields"
>;

/** The time that a rescheduling replaced; null for other updates and those from before it was kept. */
export function previousTime({
  previousStartsAt: startsAt,
  previousEndsAt: endsAt,
}: Pick<ActivityUpdate, "previousStartsAt" | "previousEndsAt">): {
  readonly startsAt: Date;
  readonly endsAt: Date;
} | null {
  return startsAt && endsAt ? { startsAt, endsAt } : null;
}
