import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
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

/** The state of an activity. */
export const ActivityState = {
  SCHEDULED: "SCHEDULED",
  RESCHEDULED: "RESCHEDULED",
  CANCELLED: "CANCELLED",
  HELD: "HELD",
} as const;
export type ActivityState = (typeof ActivityState)[keyof typeof ActivityState];

/**
 * The steps of an activity. Moving it back to its first time is another rescheduling. Back again is for what was marked as
 * held or cancelled by mistake: `reopenActivity` also gives one that was moved its state back.
 */
export const ACTIVITY_STEPS: StateMachine<ActivityState> = {
  SCHEDULED: ["RESCHEDULED", "HELD", "CANCELLED"],
  RESCHEDULED: ["RESCHEDULED", "HELD", "CANCELLED"],
  CANCELLED: ["SCHEDULED"],
  HELD: ["SCHEDULED"],
};

/** Whether an activity is over: whatever else is done about it is a correction. */
export function isOver({ state }: { readonly state: ActivityState }): boolean {
  return state === "HELD" || state === "CANCELLED";
}

export const ActivitySchema = defineEntity({
  name: "Activity",
  tableName: "activity",
  properties: {
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
    venueBookingId: p.uuid().nullable().strictNullable(),
    place: p.string().nullable().strictNullable(),
    /** Whether the place is the host's own words, and not those of the venue. */
    hasOwnPlace: keptOut("BOOKKEEPING", p.boolean()),
    description: p.string().nullable().strictNullable(),
    theme: p.string().nullable().strictNullable(),
    attendance: p.integer(),
    cancelReason: p.string().nullable().strictNullable(),
    heldAt: p.datetime().nullable().strictNullable(),
    participantIds: p.type(TextArray).$type<string[]>(),
    ...searchProperties,
  },
});

/** A joint activity on a committee's calendar (活动). */
export class Activity extends ActivitySchema.class {}
ActivitySchema.setClass(Activity);
