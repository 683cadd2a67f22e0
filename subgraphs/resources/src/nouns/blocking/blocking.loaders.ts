import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { BookingContext } from "../booking/booking.loaders.ts";
import { type Blocking, BlockingSchema } from "./blocking.entity.ts";
import { readable } from "./blocking.policy.ts";

/** A blocking as lists and loaders give it. */
export type BlockingRow = Row<Blocking>;

/** The table of blockings. */
export interface BlockingTables extends TablesWith<"blocking", Blocking> {}

/** What blockings need of a call. */
export interface BlockingContext
  extends
    ContextWith<"blockings", typeof createBlockingLoaders>,
    Pick<BookingContext, "bookings" | "resources"> {}

/** Loaders of one call. */
export function createBlockingLoaders(context: BaseContext<BlockingTables>) {
  const reads = recordReads(context, {
    table: "blocking",
    entity: BlockingSchema,
    readable: readable(context.viewer),
  });
  return {
    byId: reads.byId,
    /** Those of resources that are in force, newest first. */
    ofResource: reads.below("resource.blockings", "resourceId", {
      where: [oneOf("blocking.state", ["ACTIVE"])],
    }),
  };
}
