import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";
import type { OrganizationKind } from "../../vocabulary/organization-kind.ts";

const properties = {
  ...baseProperties,
  ...placeProperties,
  name: p.string(),
  kind: p.string().$type<OrganizationKind>(),
  creditCode: p.string().nullable().strictNullable(),
  brand: p.string().nullable().strictNullable(),
  parentId: p.uuid().nullable().strictNullable(),
};
export const ORGANIZATION_COLUMNS = columnsOf("organization", properties);

export const OrganizationSchema = defineEntity({
  name: "Organization",
  tableName: "organization",
  properties: { ...properties, ...searchProperties },
});

/** Any organisation of the alliance (组织、单位). */
export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
