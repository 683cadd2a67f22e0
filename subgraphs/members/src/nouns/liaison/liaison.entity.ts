import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

export const LiaisonSchema = defineEntity({
  name: "Liaison",
  tableName: "liaison",
  properties: {
    ...baseProperties,
    ...placeProperties,
    organizationId: p.uuid(),
    subject: keptOut("PERSONAL", p.string()),
    name: keptOut("PERSONAL", p.string()),
    endedAt: p.datetime().nullable().strictNullable(),
  },
});

/** The person who acts for a unit in the hub (联络员). */
export class Liaison extends LiaisonSchema.class {}
LiaisonSchema.setClass(Liaison);
