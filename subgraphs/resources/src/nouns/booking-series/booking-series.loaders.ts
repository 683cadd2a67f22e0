import type { Row } from "@alliance-hub/platform/database/row";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type Kysely, type SqlBool, sql } from "kysely";
import type { BookingContext, BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import type { BookingRule } from "../booking/booking.policy.ts";
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
export function createBookingSeriesLoaders(
  context: BaseContext<BookingSeriesTables & Pick<BookingTables, "booking">>,
) {
  const { byId } = recordReads(context, {
    table: "bookingSeries",
    entity: BookingSeriesSchema,
    readable: readable(context.viewer),
  });
  return {
    byId,
    /**
     * Until when a unit should say whether it keeps the rest of a series; null if nobody asks, or nothing is left of it.
     * One statement. The keys come from series that were read.
     */
    answerBy: new DataLoader<string, Date | null>(async (ids) => {
      const asked = await context.rows
        .selectFrom("bookingSeries")
        .select(["id", "answerBy"])
        .where(anyOf("bookingSeries.id", ids, "uuid"))
        .where("askedAt", "is not", null)
        .where(sql<SqlBool>`(kept_at is null or kept_at < asked_at)`)
        .where((where) =>
          where.exists(
            where
              .selectFrom("booking")
              .select("booking.id")
              .whereRef("booking.seriesId", "=", "bookingSeries.id")
              .where("booking.state", "in", ["REQUESTED", "CONFIRMED"])
              .where("booking.startsAt", ">", context.clock()),
          ),
        )
        .execute();
      const byId = new Map(asked.map(({ id, answerBy }) => [id, answerBy]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  };
}

/** Whose the bookings of a series are, each pair of units once. */
export async function readSides(
  rows: Kysely<Pick<BookingTables, "booking">>,
  seriesId: string,
): Promise<readonly BookingRule[]> {
  return await rows
    .selectFrom("booking")
    .select(["organizationId", "providerId", "committeeId"])
    .distinct()
    .where("seriesId", "=", seriesId)
    .execute();
}

/** The id of the resource of a series. */
export async function readResourceOf(
  rows: Kysely<BookingSeriesTables>,
  seriesId: string,
): Promise<string | undefined> {
  const found = await rows
    .selectFrom("bookingSeries")
    .select("resourceId")
    .where("id", "=", seriesId)
    .executeTakeFirst();
  return found?.resourceId;
}

/** What of a series has not begun, in order of time. */
export async function readRest(
  rows: Kysely<Pick<BookingTables, "booking">>,
  seriesId: string,
  now: Date,
): Promise<BookingRow[]> {
  return await rows
    .selectFrom("booking")
    .selectAll()
    .where("seriesId", "=", seriesId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now)
    .orderBy("startsAt")
    .execute();
}
