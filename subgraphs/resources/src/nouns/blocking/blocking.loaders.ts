import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import type { BookingContext, BookingRow } from "../booking/booking.loaders.ts";
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
    /** Those in force that meet the time of bookings, the earliest first: one statement. */
    ofBooking: new DataLoader<BookingRow, BlockingRow[], string>(
      async (bookings) => {
        const ids = bookings.map(({ resourceId }) => resourceId);
        const first = Math.min(...bookings.map(({ startsAt }) => startsAt.getTime()));
        const found = await reads.all
          .where(anyOf("blocking.resourceId", ids, "uuid"))
          .where("blocking.state", "=", "ACTIVE")
          .where("blocking.endsAt", ">", new Date(first))
          .orderBy("blocking.startsAt")
          .execute();
        const byResource = Map.groupBy(found, ({ resourceId }) => resourceId);
        return bookings.map(({ resourceId, startsAt, endsAt }) =>
          (byResource.get(resourceId) ?? []).filter(
            (one) => one.startsAt < endsAt && one.endsAt > startsAt,
          ),
        );
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    /** Those of resources that are in force, newest first. */
    ofResource: reads.below("resource.blockings", "resourceId", {
      where: [oneOf("blocking.state", ["ACTIVE"])],
    }),
  };
}
