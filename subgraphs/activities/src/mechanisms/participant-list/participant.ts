import { defineEntity, p } from "@mikro-orm/core";

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
