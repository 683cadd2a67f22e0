import { anyOf } from "@alliance-hub/kit/database/any-of";
import type { List } from "@alliance-hub/kit/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/kit/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/kit/subgraph/context";
import { byId } from "@alliance-hub/kit/subgraph/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { MembersTables } from "../database.ts";

/** A seat as lists and loaders give it. */
export type SeatRow = MembersTables["seat"];

/** Reads of seats. */
export interface SeatLoaders {
  readonly byId: DataLoader<string, SeatRow | null>;
  /** Those of the current term that are held now, those who sit longest first. */
  readonly ofCommittee: NestedPages<SeatRow>;
}

/** Loaders of one call. */
export function createSeatLoaders({ rows }: BaseContext<MembersTables>): SeatLoaders {
  const list: List<MembersTables, "seat", SeatRow> = {
    name: "committee.seats",
    // Seats end with their term: one that is held belongs to the current term.
    query: rows.selectFrom("seat").selectAll("seat").where("seat.until", "is", null),
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
