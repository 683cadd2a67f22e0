import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";

/** Kinds of organisation (单位类型). */
export const OrganizationKind = {
  PARTY_ORGANIZATION: "PARTY_ORGANIZATION",
  GOVERNMENT: "GOVERNMENT",
  PUBLIC_INSTITUTION: "PUBLIC_INSTITUTION",
  STATE_OWNED_COMPANY: "STATE_OWNED_COMPANY",
  PRIVATE_COMPANY: "PRIVATE_COMPANY",
  SOCIAL_ORGANIZATION: "SOCIAL_ORGANIZATION",
  SCHOOL: "SCHOOL",
  HOSPITAL: "HOSPITAL",
  PROPERTY_COMPANY: "PROPERTY_COMPANY",
  OWNERS_COMMITTEE: "OWNERS_COMMITTEE",
  RESIDENTS_COMMITTEE: "RESIDENTS_COMMITTEE",
  OTHER: "OTHER",
} as const;
export type OrganizationKind = (typeof OrganizationKind)[keyof typeof OrganizationKind];

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
