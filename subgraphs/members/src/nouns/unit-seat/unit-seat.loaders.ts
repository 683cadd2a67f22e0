import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { UnitSeat } from "./unit-seat.entity.ts";

/** A seat in a unit as lists and loaders give it. */
export type UnitSeatRow = Row<UnitSeat>;

/** The tables that seats in units are read from. */
export interface UnitSeatTables extends TablesWith<"unitSeat", UnitSeat> {}

/** What seats in units need of a call. */
export interface UnitSeatContext extends ContextWith<"unitSeats", typeof createUnitSeatLoaders> {}

/** Condition that a seat has not ended by a day. */
const isHeldOn = (today: string): Condition =>
  condition(
    "unit seat is held on",
    [today],
    (day) => sql<SqlBool>`(unit_seat.until is null or unit_seat.until >= ${day}::date)`,
  );

/** Loaders of one call. */
export function createUnitSeatLoaders(context: BaseContext<UnitSeatTables>) {
  const seats = recordReads(context, { table: "unitSeat" });
  const where = [isHeldOn(shanghaiDay(context.clock()))];
  const of = (name: string, parent: "bodyId" | "organizationId") => ({
    held: seats.below(name, parent, { where }),
    all: seats.below(name, parent),
  });
  const [inside, from] = [
    of("organization.seatsIn", "bodyId"),
    of("organization.seatsFrom", "organizationId"),
  ];
  return {
    byId: seats.byId,
    /** Those who sit in an organisation. */
    inBody: (includeEnded: boolean) => (includeEnded ? inside.all : inside.held),
    /** Those whom an organisation sends. */
    fromOrganization: (includeEnded: boolean) => (includeEnded ? from.all : from.held),
  };
}
