import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

export const AgendaItemSchema = defineEntity({
  name: "AgendaItem",
  tableName: "agenda_item",
  properties: {
    ...baseProperties,
    activityId: p.uuid(),
    title: p.string(),
    detail: p.string().nullable().strictNullable(),
    proposedByOrganizationId: p.uuid().nullable().strictNullable(),
    position: p.integer(),
    removedAt: p.datetime().nullable().strictNullable(),
    removeReason: p.string().nullable().strictNullable(),
  },
});

/** An item on a meeting's agenda (议题). */
export class AgendaItem extends AgendaItemSchema.class {}
AgendaItemSchema.setClass(AgendaItem);
