import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
  withdrawalProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";
import type { ResourceKind } from "../../vocabulary/resource-kind.ts";

/** Kinds of venue. */
export const VenueKind = {
  STREET_CENTRE: "STREET_CENTRE",
  COMMUNITY_CENTRE: "COMMUNITY_CENTRE",
  PARTY_CENTRE: "PARTY_CENTRE",
  ESTATE_STATION: "ESTATE_STATION",
  SCENIC_AREA_STATION: "SCENIC_AREA_STATION",
  RED_STATION: "RED_STATION",
  MICRO_STATION: "MICRO_STATION",
  SERVICE_POINT: "SERVICE_POINT",
  OTHER: "OTHER",
} as const;
export type VenueKind = (typeof VenueKind)[keyof typeof VenueKind];

/** Function areas of a venue (功能区). */
export const FunctionArea = {
  GOVERNMENT_SERVICES: "GOVERNMENT_SERVICES",
  PARTY_ACTIVITIES: "PARTY_ACTIVITIES",
  GENERAL_GOVERNANCE: "GENERAL_GOVERNANCE",
  DELIBERATION: "DELIBERATION",
  CULTURE_AND_CARE: "CULTURE_AND_CARE",
} as const;
export type FunctionArea = (typeof FunctionArea)[keyof typeof FunctionArea];

/** States of a resource. */
export const ResourceState = {
  DRAFT: "DRAFT",
  PUBLISHED: "PUBLISHED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ResourceState = (typeof ResourceState)[keyof typeof ResourceState];

/** The steps a resource may take. One that was withdrawn by mistake goes back on the list. */
export const RESOURCE_STEPS: StateMachine<ResourceState> = {
  DRAFT: ["PUBLISHED"],
  PUBLISHED: ["WITHDRAWN"],
  WITHDRAWN: ["PUBLISHED"],
};

const properties = {
  ...baseProperties,
  ...placeProperties,
  title: p.string(),
  kind: p.string().$type<ResourceKind>(),
  venueKind: p.string().$type<VenueKind>().nullable().strictNullable(),
  functionAreas: p.type(TextArray).$type<FunctionArea[]>(),
  demonstration: keptOut("BOOKKEEPING", p.boolean()),
  providerId: p.uuid(),
  committeeId: p.uuid().nullable().strictNullable(),
  audience: p.string().$type<Audience>(),
  capacity: p.integer().nullable().strictNullable(),
  unit: p.string().nullable().strictNullable(),
  description: p.text().nullable().strictNullable(),
  approval: p.boolean(),
  /** How long it stays unused after each booking. */
  bufferMinutes: p.integer(),
  /** Whether there are hours, rules or times at which it is blocked. */
  hasRules: keptOut("BOOKKEEPING", p.boolean()),
  state: p.string().$type<ResourceState>(),
  publishedAt: p.datetime().nullable().strictNullable(),
  ...withdrawalProperties,
};
export const RESOURCE_COLUMNS = columnsOf("resource", properties);

export const ResourceSchema = defineEntity({
  name: "Resource",
  tableName: "resource",
  properties: { ...properties, ...searchProperties },
});

/** What a unit offers to the others (资源). */
export class Resource extends ResourceSchema.class {}
ResourceSchema.setClass(Resource);
