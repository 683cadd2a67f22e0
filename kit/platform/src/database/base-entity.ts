import { TextArray } from "./text-array.ts";
import { p } from "@mikro-orm/core";
import { keptOut } from "../field-changes/kept-out.ts";
import type { RegionPath } from "@alliance-hub/sharing/place";

/**
 * The columns every record carries. Ids are UUID version 7, given by the service (not by the
 * database), so that a test can pass its own source; `version` is the optimistic lock.
 */
export const baseProperties = {
  id: keptOut("BOOKKEEPING", p.uuid().primary()),
  version: keptOut("BOOKKEEPING", p.integer().version()),
  createdAt: keptOut("BOOKKEEPING", p.datetime()),
  updatedAt: keptOut("BOOKKEEPING", p.datetime()),
};

/** The place columns of a record that is found by region and shared within an alliance. */
export const placeProperties = {
  regionCode: p.string(),
  regionPath: keptOut("BOOKKEEPING", p.type(TextArray).$type<RegionPath>()),
  allianceCode: keptOut("BOOKKEEPING", p.string()),
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
  searchKey: keptOut("BOOKKEEPING", p.text().lazy()),
  searchGrams: keptOut("BOOKKEEPING", p.type(TextArray).$type<string[]>().lazy()),
};
