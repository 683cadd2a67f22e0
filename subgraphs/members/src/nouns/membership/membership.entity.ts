import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

/** How something open is settled when a unit leaves. */
export const SettlementWay = {
  HAND_OVER: "HAND_OVER",
  END: "END",
  STAY: "STAY",
} as const;
export type SettlementWay = (typeof SettlementWay)[keyof typeof SettlementWay];

/** How a record that is open when a unit leaves is settled. */
export interface PlannedSettlement {
  readonly noun: string;
  readonly recordId: string;
  readonly how: SettlementWay;
  readonly toOrganizationId: string | null;
}

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
    /** The last day that is planned; null if the unit stays. */
    leavesOn: p.date().nullable().strictNullable(),
    leavingReason: p.string().nullable().strictNullable(),
    /** How what is open is settled on that day; null: as is usual. */
    settlements: p.json<PlannedSettlement[]>().nullable().strictNullable(),
  },
});

/** A unit's membership of one committee (成员单位). */
export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
