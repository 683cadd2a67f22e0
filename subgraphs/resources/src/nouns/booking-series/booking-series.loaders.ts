import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { BookingContext } from "../booking/booking.loaders.ts";
import { type BookingSeries, BookingSeriesSchema } from "./booking-series.entity.ts";
import { readable } from "./booking-series.policy.ts";

/** A series as loaders give it. */
export type BookingSeriesRow = Row<BookingSeries>;

/** The table of series. */
export interface BookingSeriesTables extends TablesWith<"bookingSeries", BookingSeries> {}

/** What series need of a call. */
export interface BookingSeriesContext
  extends
    ContextWith<"bookingSeries", typeof createBookingSeriesLoaders>,
    Pick<BookingContext, "bookings" | "resources" | "directory"> {}

/** Loaders of one call. */
export function createBookingSeriesLoaders(context: BaseContext<BookingSeriesTables>) {
  const { byId } = recordReads(context, {
    table: "bookingSeries",
    entity: BookingSeriesSchema,
    readable: readable(context.viewer),
  });
  return { byId };
}
