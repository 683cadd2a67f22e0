import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { List } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import { type TermContext, runsOn } from "../term/term.loaders.ts";
import { readable } from "../term/term.policy.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { Seat } from "./seat.entity.ts";

/** A seat as lists and loaders give it. */
export type SeatRow = Row<Seat>;

/** The tables that seats are read from. */
export interface SeatTables extends TablesWith<"seat", Seat> {}

/** What seats need of a call. */
export interface SeatContext
  extends ContextWith<"seats", typeof createSeatLoaders>, Pick<TermContext, "terms"> {}

/** Condition that a seat has not ended before its term, or that its last day counts and is not over yet. */
export function isHeldOn(today: string): Condition {
  return condition(
    "seat is held on",
    [today],
    (day) =>
      sql<SqlBool>`(seat.until is null or (seat.counts_to_last_day and seat.until >= ${day}::date))`,
  );
}

/** Condition that a seat is one of the term that runs on a day. */
const isOfTermOn = (today: string): Condition =>
  runsOn(today).within(
    (runs) => sql<SqlBool>`exists (select from term where term.id = seat.term_id and ${runs})`,
  );

/** Condition that a seat is one of a term that the viewer may see. */
const isReadable = (viewer: Viewer, today: string): Condition =>
  readable(viewer, today).within(
    (isShown) =>
      sql<SqlBool>`exists (select from term where term.id = seat.term_id and ${isShown})`,
    "term of seat",
  );

/** Condition that a seat counted, or may yet. */
const counts: Condition = condition("seat counts", [], () => sql<SqlBool>`not seat.taken_out`);

/** Loaders of one call. */
export function createSeatLoaders(context: BaseContext<SeatTables>) {
  const today = shanghaiDay(context.clock());
  // In lists the term says it: whoever sees the term sees its seats.
  const seats = recordReads(context, { table: "seat" });
  const visible = recordReads(context, {
    table: "seat",
    readable: isReadable(context.viewer, today),
  });
  const earliestFirst: List<SeatTables, "seat", SeatRow>["order"] = [
    { column: sql.ref("seat.since"), type: "date", value: (row) => row.since },
    { column: sql.ref("seat.id"), type: "uuid", value: (row) => row.id },
  ];
  return {
    byId: visible.byId,
    /** The seats of today's term that are filled now; those who have served longest come first. */
    ofCommittee: seats.below("committee.seats", "committeeId", {
      where: [isHeldOn(today), isOfTermOn(today)],
      order: { order: earliestFirst, direction: "asc" },
    }),
    /** All seats of a term, those that have ended as well; not those that never counted. */
    ofTerm: seats.below("term.seats", "termId", {
      where: [counts],
      order: { order: earliestFirst, direction: "asc" },
    }),
  };
}
