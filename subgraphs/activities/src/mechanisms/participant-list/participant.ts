import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** The state of a unit's part in an activity. */
export const ParticipantState = {
  INVITED: "INVITED",
  JOINED: "JOINED",
  DECLINED: "DECLINED",
  LEFT: "LEFT",
} as const;
export type ParticipantState = (typeof ParticipantState)[keyof typeof ParticipantState];

/** The steps of a unit's part. Whoever declined or left may join later, and may be invited again. */
export const PARTICIPANT_STEPS: StateMachine<ParticipantState> = {
  INVITED: ["JOINED", "DECLINED"],
  JOINED: ["LEFT"],
  DECLINED: ["INVITED", "JOINED"],
  LEFT: ["INVITED", "JOINED"],
};

export const ParticipantSchema = defineEntity({
  name: "Participant",
  tableName: "participant",
  properties: {
    activityId: p.uuid().primary(),
    organizationId: p.uuid().primary(),
    startsAt: p.datetime(),
    state: p.string().$type<ParticipantState>(),
    invitedAt: p.datetime().nullable().strictNullable(),
    joinedAt: p.datetime().nullable().strictNullable(),
    endedAt: p.datetime().nullable().strictNullable(),
    reason: p.string().nullable().strictNullable(),
    attendance: p.integer().nullable().strictNullable(),
  },
});

/** A unit's part in an activity: it is invited, takes part, has declined or has left. */
export class Participant extends ParticipantSchema.class {}
ParticipantSchema.setClass(Participant);
