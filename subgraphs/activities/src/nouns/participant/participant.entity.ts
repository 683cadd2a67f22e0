import { defineEntity, p } from "@mikro-orm/core";

/** Most people that one unit may report for one activity (人次). */
export const MAX_ATTENDANCE = 1_000_000;

/** Most units of one activity. With {@link MAX_ATTENDANCE} each, the sum still is a GraphQL Int. */
export const MAX_PARTICIPANTS = 1000;

export const ParticipantSchema = defineEntity({
  name: "Participant",
  tableName: "participant",
  properties: {
    activityId: p.uuid().primary(),
    organizationId: p.uuid().primary(),
    startsAt: p.datetime(),
    joinedAt: p.datetime(),
    attendance: p.integer().nullable().strictNullable(),
  },
});

/** A unit that takes part in an activity. */
export class Participant extends ParticipantSchema.class {}
ParticipantSchema.setClass(Participant);
