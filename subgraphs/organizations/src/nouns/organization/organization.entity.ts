import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import type { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { defineEntity, p } from "@mikro-orm/core";
import type { OrganizationKind } from "../../vocabulary/organization-kind.ts";

/** States of organisations. */
export const OrganizationState = { ACTIVE: "ACTIVE", ENDED: "ENDED", MERGED: "MERGED" } as const;
export type OrganizationState = (typeof OrganizationState)[keyof typeof OrganizationState];

/** One that has ended may turn out to have been merged. */
export const ORGANIZATION_STEPS: StateMachine<OrganizationState> = {
  ACTIVE: ["ENDED", "MERGED"],
  ENDED: ["MERGED"],
  MERGED: [],
};

const properties = {
  ...baseProperties,
  ...placeProperties,
  name: p.string(),
  kind: p.string().$type<OrganizationKind>(),
  creditCode: p.string().nullable().strictNullable(),
  brand: p.string().nullable().strictNullable(),
  parentId: p.uuid().nullable().strictNullable(),
  state: p.string().$type<OrganizationState>(),
  endedOn: p.date().nullable().strictNullable(),
  endReason: p.string().nullable().strictNullable(),
  mergedIntoId: p.uuid().nullable().strictNullable(),
  /** Why it was last renamed or corrected. */
  changeReason: p.string().nullable().strictNullable(),
  /** Its former names, and those of what was merged into it, oldest first. */
  formerNames: keptOut("BOOKKEEPING", p.json<FormerName[]>()),
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
