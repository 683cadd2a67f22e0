import { TextArray } from "./text-array.ts";
import { p } from "@mikro-orm/core";
import type { RegionPath } from "@alliance-hub/sharing/place";

/**
 * The columns every record carries. Ids are UUID version 7, given by the service (not by the
 * database), so that a test can pass its own source; `version` is the optimistic lock.
 */
export const baseProperties = {
  id: p.uuid().primary(),
  version: p.integer().version(),
  createdAt: p.datetime(),
  updatedAt: p.datetime(),
};

/** The place columns of a record that is found by region and shared within an alliance. */
export const placeProperties = {
  regionCode: p.string(),
  regionPath: p.type(TextArray).$type<RegionPath>(),
  allianceCode: p.string(),
};

/** The columns of a record that belongs to a unit or to a committee, never to both. */
export const ownerProperties = {
  organizationId: p.uuid().nullable().strictNullable(),
  committeeId: p.uuid().nullable().strictNullable(),
};

/** The columns of a record that can be withdrawn. */
export const withdrawalProperties = {
  withdrawnAt: p.datetime().nullable().strictNullable(),
  withdrawReason: p.string().nullable().strictNullable(),
};

/** The columns by which `textCondition` finds a record; read by no list. */
export const searchProperties = {
  searchKey: p.text().lazy(),
  searchGrams: p.type(TextArray).$type<string[]>().lazy(),
};
