import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

export const ServiceAreaSchema = defineEntity({
  name: "ServiceArea",
  tableName: "service_area",
  properties: {
    ...baseProperties,
    organizationId: p.uuid(),
    regionCode: p.string(),
    startsOn: p.date(),
    endsOn: p.date().nullable().strictNullable(),
  },
});

/** That an organisation serves an estate, from a day to a day. */
export class ServiceArea extends ServiceAreaSchema.class {}
ServiceAreaSchema.setClass(ServiceArea);
