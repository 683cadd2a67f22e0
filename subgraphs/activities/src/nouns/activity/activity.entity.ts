import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { badInput, illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import { defineEntity, p } from "@mikro-orm/core";

/** Kinds of activity (活动类型). */
export const ActivityKind = {
  SERVICE: "SERVICE",
  MEETING: "MEETING",
  THEMED_DAY: "THEMED_DAY",
  TRAINING: "TRAINING",
  CULTURE: "CULTURE",
  CONTEST: "CONTEST",
  OTHER: "OTHER",
} as const;
export type ActivityKind = (typeof ActivityKind)[keyof typeof ActivityKind];

/** Where an activity stands. */
export const ActivityState = {
  SCHEDULED: "SCHEDULED",
  RESCHEDULED: "RESCHEDULED",
  CANCELLED: "CANCELLED",
  HELD: "HELD",
} as const;
export type ActivityState = (typeof ActivityState)[keyof typeof ActivityState];

/** The steps of an activity. Who moves it back to its first time reschedules it once more. */
export const ACTIVITY_STEPS: StateMachine<ActivityState> = {
  SCHEDULED: ["RESCHEDULED", "HELD", "CANCELLED"],
  RESCHEDULED: ["RESCHEDULED", "HELD", "CANCELLED"],
  CANCELLED: [],
  HELD: [],
};

/** Longest an activity may last, in days; a constraint of the table, too. */
export const MAX_ACTIVITY_DAYS = 31;

/** 1990-01-01 in Asia/Shanghai: what took place earlier may be entered, but not a slip of the pen. */
const EARLIEST_START_MS = Date.UTC(1989, 11, 31, 16);
const MAX_DAYS_AHEAD = 800;
const DAY_MS = 86_400_000;

const properties = {
  ...baseProperties,
  ...placeProperties,
  committeeId: p.uuid(),
  hostId: p.uuid(),
  title: p.string(),
  kind: p.string().$type<ActivityKind>(),
  state: p.string().$type<ActivityState>(),
  startsAt: p.datetime(),
  endsAt: p.datetime(),
  audience: p.string().$type<Audience>(),
  venueId: p.uuid().nullable().strictNullable(),
  description: p.string().nullable().strictNullable(),
  theme: p.string().nullable().strictNullable(),
  attendance: p.integer(),
  cancelReason: p.string().nullable().strictNullable(),
  heldAt: p.datetime().nullable().strictNullable(),
  participantIds: p.type(TextArray).$type<string[]>(),
};
export const ACTIVITY_COLUMNS = columnsOf("activity", properties);

export const ActivitySchema = defineEntity({
  name: "Activity",
  tableName: "activity",
  properties: { ...properties, ...searchProperties },
});

/** A joint activity on a committee's calendar (活动). */
export class Activity extends ActivitySchema.class {}
ActivitySchema.setClass(Activity);

/**
 * Refuses what may be done only while an activity lies ahead.
 *
 * @param wanted what was asked for, as the end of "cannot become …".
 * @throws HubError `ILLEGAL_TRANSITION` once it was held or cancelled.
 */
export function requireOpen(activity: Pick<Activity, "id" | "state">, wanted: string): void {
  const allowed = ACTIVITY_STEPS[activity.state];
  if (allowed.length === 0) {
    throw illegalTransition({
      noun: "Activity",
      id: activity.id,
      state: activity.state,
      wanted,
      allowed,
    });
  }
}

/**
 * Refuses a time that is turned round, too long, or too far away.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireActivityTime(during: TimeRangeInput, now: Date): void {
  requireRange("during", during, MAX_ACTIVITY_DAYS);
  const { start } = during;
  if (start.getTime() < EARLIEST_START_MS) {
    throw badInput(
      "during",
      `"during" starts at ${start.toISOString()}; nothing before 1990 is entered. Give a later start.`,
    );
  }
  if (start.getTime() > now.getTime() + MAX_DAYS_AHEAD * DAY_MS) {
    throw badInput(
      "during",
      `"during" starts at ${start.toISOString()}, more than ${MAX_DAYS_AHEAD} days ahead. Give an earlier start.`,
    );
  }
}
