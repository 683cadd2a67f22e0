import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { MembersTables } from "../../database.ts";
import { runsOn } from "../term/term.loaders.ts";

/** A seat as lists and loaders give it. */
export type SeatRow = MembersTables["seat"];

/** Reads of seats. */
export interface SeatLoaders {
  readonly byId: DataLoader<string, SeatRow | null>;
  /** Those of the term that runs today that are held now, those who sit longest first. */
  readonly ofCommittee: NestedPages<SeatRow>;
}

/** Condition that a seat has not ended, or ends with its term and that day is not over. */
export function isHeldOn(today: string): Expression<SqlBool> {
  return sql<SqlBool>`(seat.until is null or (seat.counts_to_last_day and seat.until >= ${today}::date))`;
}

/** Loaders of one call. */
export function createSeatLoaders({ rows, clock }: BaseContext<MembersTables>): SeatLoaders {
  const today = shanghaiDay(clock());
  const list: List<MembersTables, "seat", SeatRow> = {
    name: "committee.seats",
    query: rows
      .selectFrom("seat")
      .selectAll("seat")
      .where(isHeldOn(today))
      .where(
        sql<SqlBool>`exists (select from term where term.id = seat.term_id and ${runsOn(today)})`,
      ),
    order: [
      { column: sql.ref("seat.since"), type: "date", value: (row) => row.since },
      { column: sql.ref("seat.id"), type: "uuid", value: (row) => row.id },
    ],
    direction: "asc",
  };
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("seat")
        .selectAll()
        .where(anyOf("id", ids, "uuid"))
        .execute(),
    ),
    ofCommittee: nestedPages({
      rows,
      list,
      parent: sql.ref("seat.committeeId"),
      parentType: "uuid",
    }),
  };
}
