import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith } from "@alliance-hub/platform/noun/noun-context";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { List } from "@alliance-hub/platform/pagination/list";
import type { NestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { Holder } from "@alliance-hub/platform/bookable/too-little";
import {
  ANY_LENGTH_DAYS,
  type TimeRangeInput,
  requireRange,
} from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import { isTaking } from "../../mechanisms/free-time/takings.ts";
import type { BookingOrder } from "../../vocabulary/booking-order.ts";
import { TAKING_STATES } from "../../vocabulary/booking-state.ts";
import type { ResourceContext } from "../resource/resource.loaders.ts";
import type { WaitingTables } from "../waiting-entry/waiting-entry.loaders.ts";
import { type Booking, BookingSchema } from "./booking.entity.ts";
import type { BookingFilter } from "./booking.input.ts";
import { readable } from "./booking.policy.ts";

/** A booking as lists and loaders give it. */
export type BookingRow = Row<Booking>;

/** The tables that bookings are read from. */
export interface BookingTables extends DirectoryTables, WaitingTables {
  booking: BookingRow & { during: string };
}

/** What bookings need of a call. */
export interface BookingContext
  extends
    ContextWith<"bookings", typeof createBookingLoaders>,
    WithDirectory,
    Pick<ResourceContext, "resources"> {}

/** Loaders of one call. */
export function createBookingLoaders(context: BaseContext<BookingTables>) {
  const bookings = recordReads(context, {
    table: "booking",
    entity: BookingSchema,
    readable: readable(context.viewer),
  });
  const calendars = new Map<string, NestedPages<BookingRow>>();
  return {
    byId: bookings.byId,
    /** What units have booked, newest first. */
    ofOrganization: bookings.below("organization.bookings", "organizationId"),
    /** Those of series, in order of time. */
    ofSeries: bookings.below("bookingSeries.bookings", "seriesId", { order: byStart("asc") }),
    /** Those of series that await an answer and have not begun, in order of time: one statement. */
    awaitingOfSeries: new DataLoader<string, BookingRow[]>(async (ids) => {
      const found = await bookings.all
        .where(anyOf("booking.seriesId", ids, "uuid"))
        .where("booking.state", "=", "REQUESTED")
        .where("booking.startsAt", ">", context.clock())
        .orderBy("booking.startsAt")
        .execute();
      const bySeries = Map.groupBy(found, ({ seriesId }) => seriesId ?? "");
      return ids.map((id) => bySeries.get(id) ?? []);
    }),
    /** Present and past bookings of resources, in order of time, optionally only those that overlap a range. */
    ofResource: (during: TimeRangeInput | null): NestedPages<BookingRow> => {
      const slot = during ? `${during.start.toISOString()}/${during.end.toISOString()}` : "";
      const known = calendars.get(slot);
      if (known) return known;
      const pages = bookings.below("resource.bookings", "resourceId", {
        where: [
          oneOf("booking.state", TAKING_STATES),
          during ? overlaps("during", during) : undefined,
        ],
        order: byStart("asc"),
      });
      calendars.set(slot, pages);
      return pages;
    },
    list: (filter: BookingFilter, orderBy?: BookingOrder | null) => {
      const { resourceId, organizationId, providerId, states, during } = filter;
      const where = [
        isRecord("booking.resourceId", resourceId),
        isOrganization("booking.organizationId", organizationId),
        isOrganization("booking.providerId", providerId),
        oneOf("booking.state", states),
        during ? overlaps("filter.during", during) : undefined,
      ];
      if (orderBy == null || orderBy === "NEWEST_FIRST") return bookings.list("bookings", where);
      const direction = orderBy === "START_ASC" ? "asc" : "desc";
      return bookings.list(`bookings ${direction} by start`, where, byStart(direction));
    },
  };
}

/** In order of time. */
function byStart(
  direction: "asc" | "desc",
): Pick<List<BookingTables, "booking", BookingRow>, "order" | "direction"> {
  return {
    order: [
      {
        column: sql.ref("booking.startsAt"),
        type: "timestamptz",
        value: (row) => row.startsAt.toISOString(),
      },
      { column: sql.ref("booking.id"), type: "uuid", value: (row) => row.id },
    ],
    direction,
  };
}

/** How many of the bookings that have a time are named. */
const MOST_HOLDERS = 3;

/**
 * The bookings that have a resource at some moment of a range, with the time that is in the way: a changed one has two. Its
 * unit is named as far as the viewer may see the booking.
 */
export async function whoHas(
  { rows, viewer }: Pick<BaseContext<BookingTables>, "rows" | "viewer">,
  resourceId: string,
  { start, end }: TimeRangeInput,
): Promise<Holder[]> {
  const { rows: found } = await sql<Holder & { readonly id: string }>`
    select booking.id, null as name, time.start, time.end, upper(time.held) as held_to
    from booking cross join lateral (values
      (booking.starts_at, booking.ends_at, booking.held),
      (booking.previous_starts_at, booking.previous_ends_at, booking.previously_held)
    ) as time("start", "end", held)
    where booking.resource_id = ${resourceId} and ${isTaking("booking")}
      and booking.taken && tstzrange(${start}, ${end}) and time.held && tstzrange(${start}, ${end})
    order by time.start limit ${MOST_HOLDERS}`.execute(rows);
  if (found.length === 0) return [];
  const units = await rows
    .selectFrom("booking")
    .innerJoin("directory.organization as unit", "unit.id", "booking.organizationId")
    .select(["booking.id", "unit.name"])
    .where(
      anyOf(
        "booking.id",
        found.map(({ id }) => id),
        "uuid",
      ),
    )
    .where(readable(viewer))
    .execute();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return found.map(({ id, ...holder }) => ({ ...holder, name: names.get(id) ?? null }));
}

function overlaps(field: string, during: TimeRangeInput): Condition {
  requireRange(field, during, ANY_LENGTH_DAYS);
  return condition(
    "booking during",
    [during.start, during.end],
    (start, end) => sql<SqlBool>`booking.during && tstzrange(${start}, ${end})`,
  );
}
