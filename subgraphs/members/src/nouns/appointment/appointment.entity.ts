import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** Roles that are held by appointment. */
export const AppointedRole = { AUDITOR: "AUDITOR", OPERATOR: "OPERATOR" } as const;
export type AppointedRole = (typeof AppointedRole)[keyof typeof AppointedRole];

export const AppointmentSchema = defineEntity({
  name: "Appointment",
  tableName: "appointment",
  properties: {
    ...baseProperties,
    // Not shared within an alliance: an operator may be responsible for several alliances, up to a whole
    // province.
    regionCode: placeProperties.regionCode,
    regionPath: placeProperties.regionPath,
    subject: keptOut("PERSONAL", p.string()),
    role: p.string().$type<AppointedRole>(),
    endedAt: p.datetime().nullable().strictNullable(),
  },
});

/** The appointment of an auditor or operator for a region. */
export class Appointment extends AppointmentSchema.class {}
AppointmentSchema.setClass(Appointment);
