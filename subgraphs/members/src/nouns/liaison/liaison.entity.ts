import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

export const LiaisonSchema = defineEntity({
  name: "Liaison",
  tableName: "liaison",
  properties: {
    ...baseProperties,
    ...placeProperties,
    organizationId: p.uuid(),
    subject: p.string(),
    name: p.string(),
    endedAt: p.datetime().nullable().strictNullable(),
  },
});

/** The person who acts for a unit in the hub (联络员). */
export class Liaison extends LiaisonSchema.class {}
LiaisonSchema.setClass(Liaison);
