import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

export const MembershipSchema = defineEntity({
  name: "Membership",
  tableName: "membership",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    organizationId: p.uuid(),
    joinedOn: p.date(),
    leftOn: p.date().nullable().strictNullable(),
    leaveReason: p.string().nullable().strictNullable(),
  },
});

/** A unit's membership of one committee (成员单位). */
export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
