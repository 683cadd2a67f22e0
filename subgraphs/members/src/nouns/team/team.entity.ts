import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  ownerProperties,
  placeProperties,
} from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

/** Kinds of team. */
export const TeamKind = {
  DISTRICT_SQUAD: "DISTRICT_SQUAD",
  UNIT_SQUAD: "UNIT_SQUAD",
  PROFESSIONAL: "PROFESSIONAL",
  WORKING_GROUP: "WORKING_GROUP",
  VOLUNTEER: "VOLUNTEER",
} as const;
export type TeamKind = (typeof TeamKind)[keyof typeof TeamKind];

export const TeamSchema = defineEntity({
  name: "Team",
  tableName: "team",
  properties: {
    ...baseProperties,
    ...placeProperties,
    name: p.string(),
    kind: p.string().$type<TeamKind>(),
    ...ownerProperties,
    headcount: p.integer(),
    specialities: p.type(TextArray).$type<string[]>(),
    formedOn: p.date(),
  },
});

/** A unit's or committee's volunteer or professional team (志愿服务队、突击队). */
export class Team extends TeamSchema.class {}
TeamSchema.setClass(Team);
