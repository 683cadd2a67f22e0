import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import {
  ANY_LENGTH_DAYS,
  type TimeRangeInput,
  requireRange,
} from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { ResourcesTables } from "../../database.ts";
import { TAKING_STATES } from "./booking.entity.ts";
import type { BookingFilter } from "./booking.input.ts";
import { readable } from "./booking.policy.ts";

/** Columns that are read: all but the range, which start and end say as well. */
const COLUMNS = [
  "booking.id",
  "booking.version",
  "booking.createdAt",
  "booking.updatedAt",
  "booking.resourceId",
  "booking.organizationId",
  "booking.providerId",
  "booking.committeeId",
  "booking.startsAt",
  "booking.endsAt",
  "booking.quantity",
  "booking.exclusive",
  "booking.state",
  "booking.purpose",
  "booking.reason",
] as const;

/** A booking as lists and loaders give it. */
export type BookingRow = Omit<ResourcesTables["booking"], "during">;

type BookingList = List<ResourcesTables, "booking", BookingRow>;

/** Reads of bookings; only what the viewer may see is ever fetched. */
export interface BookingLoaders {
  readonly byId: DataLoader<string, BookingRow | null>;
  list(filter: BookingFilter): BookingList;
  /** What is or was taken of resources, in order of time, optionally only what overlaps a range. */
  ofResource(during: TimeRangeInput | null): NestedPages<BookingRow>;
  /** What units have booked, newest first. */
  readonly ofOrganization: NestedPages<BookingRow>;
}

/** Loaders of one call. */
export function createBookingLoaders(context: BaseContext<ResourcesTables>): BookingLoaders {
  const { rows, viewer } = context;
  const visible = () => rows.selectFrom("booking").select(COLUMNS).where(readable(viewer));
  const newest = newestFirst<BookingRow>(sql.ref("booking.id"));
  const calendars = new Map<string, NestedPages<BookingRow>>();

  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("booking.id", ids, "uuid"))
        .execute(),
    ),
    ofOrganization: nestedPages<ResourcesTables, "booking", BookingRow>({
      rows,
      list: { name: "organization.bookings", query: visible(), ...newest },
      parent: sql.ref("booking.organizationId"),
      parentType: "uuid",
    }),
    ofResource: (during) => {
      const slot = during ? `${during.start.toISOString()}/${during.end.toISOString()}` : "";
      const known = calendars.get(slot);
      if (known) return known;
      let query = visible().where("booking.state", "in", TAKING_STATES);
      if (during) query = query.where(overlaps("during", during));
      const list: BookingList = {
        name: "resource.bookings",
        query,
        order: [
          {
            column: sql.ref("booking.startsAt"),
            type: "timestamptz",
            value: (row) => row.startsAt.toISOString(),
          },
          { column: sql.ref("booking.id"), type: "uuid", value: (row) => row.id },
        ],
        direction: "asc",
      };
      const pages = nestedPages({
        rows,
        list,
        parent: sql.ref("booking.resourceId"),
        parentType: "uuid",
      });
      calendars.set(slot, pages);
      return pages;
    },
    list: (filter) => {
      let query = visible();
      if (filter.resourceId != null)
        query = query.where(isRecord("booking.resourceId", filter.resourceId));
      if (filter.organizationId != null)
        query = query.where(isRecord("booking.organizationId", filter.organizationId));
      if (filter.states) query = query.where(oneOf("booking.state", filter.states));
      if (filter.during) query = query.where(overlaps("filter.during", filter.during));
      return { name: "bookings", query, ...newest };
    },
  };
}

function overlaps(field: string, during: TimeRangeInput): Expression<SqlBool> {
  requireRange(field, during, ANY_LENGTH_DAYS);
  return sql<SqlBool>`booking.during && tstzrange(${during.start}, ${during.end})`;
}
