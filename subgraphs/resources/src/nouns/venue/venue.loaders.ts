import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type Kysely, sql } from "kysely";
import { MAX_DAYS_SEARCHED } from "@alliance-hub/platform/bookable/free-time";
import type { Amenity, OnHolidays } from "../../vocabulary/place.ts";

/** Where a venue is and what it has. */
export interface VenueRow {
  readonly resourceId: string;
  readonly address: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly seats: number | null;
  readonly areaSquareMetres: number | null;
  readonly barrierFree: boolean | null;
  readonly amenities: Amenity[];
  readonly officePhone: string | null;
}

/** One period of weekly opening hours. Times are minutes since midnight, to 1440. */
export interface OpeningHoursRow {
  readonly resourceId: string;
  readonly position: number;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly note: string | null;
}

/** Rules of booking; approval and buffer are columns of the resource. */
export interface BookingRulesRow {
  readonly resourceId: string;
  readonly minNoticeMinutes: number;
  readonly maxAheadDays: number | null;
  readonly slotMinutes: number | null;
  readonly maxLengthMinutes: number | null;
  readonly cancelBeforeMinutes: number;
  readonly onHolidays: OnHolidays;
}

/** A time at which a resource cannot be used. */
export interface Closure extends TimeRangeInput {
  readonly reason: string;
}

/** The holidays of a year. */
export interface PublicHolidays {
  readonly days: readonly {
    readonly day: string;
    readonly name: string;
    readonly isOff: boolean;
  }[];
  readonly publishedUntil: string;
}

/** The tables of places and rules. */
export interface VenueTables {
  venue: VenueRow;
  openingHours: OpeningHoursRow;
  bookingRules: BookingRulesRow;
}

/** What a call that sets them needs. */
export interface VenueContext extends BaseContext<VenueTables> {
  readonly venues: ReturnType<typeof createVenueLoaders>;
}

/** Loaders of one call, by the resource's id: who may read a resource may read where it is and how it is booked. */
export function createVenueLoaders({ rows }: BaseContext<VenueTables>) {
  const closures = new Map<string, DataLoader<string, Closure[]>>();
  return {
    place: single(async (ids) =>
      rows
        .selectFrom("venue")
        .selectAll()
        .where(anyOf("resourceId", ids, "uuid"))
        .execute(),
    ),
    rules: single(async (ids) =>
      rows
        .selectFrom("bookingRules")
        .selectAll()
        .where(anyOf("resourceId", ids, "uuid"))
        .execute(),
    ),
    hours: new DataLoader<string, OpeningHoursRow[]>(async (ids) => {
      const found = await rows
        .selectFrom("openingHours")
        .selectAll()
        .where(anyOf("resourceId", ids, "uuid"))
        .orderBy("position")
        .execute();
      const byResource = Map.groupBy(found, ({ resourceId }) => resourceId);
      return ids.map((id) => byResource.get(id) ?? []);
    }),
    /** The holidays of a year, and until when they are published. */
    holidays: async (year: number): Promise<PublicHolidays> => {
      const { rows: found } = await sql<PublicHolidays>`
        select coalesce((select jsonb_agg(jsonb_build_object('day', day, 'name', name, 'isOff', is_off) order by day)
            from holiday where extract(year from day) = ${year}), '[]') as days,
          (select make_date(extract(year from max(day))::integer, 12, 31)::text from holiday) as published_until`.execute(
        rows,
      );
      return found[0] ?? { days: [], publishedUntil: "" };
    },
    /** @throws HubError `BAD_USER_INPUT` for a range that is too long. */
    closures: (during: TimeRangeInput): DataLoader<string, Closure[]> => {
      requireRange("during", during, MAX_DAYS_SEARCHED);
      const key = `${during.start.toISOString()}/${during.end.toISOString()}`;
      const known = closures.get(key);
      if (known) return known;
      const made = new DataLoader<string, Closure[]>((ids) => readClosures(rows, ids, during));
      closures.set(key, made);
      return made;
    },
  };
}

function single<Row extends { readonly resourceId: string }>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (ids) => {
    const found = new Map((await read(ids)).map((row) => [row.resourceId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Blockings, and public holidays on which a resource is closed, in order of time. */
async function readClosures(
  rows: Kysely<VenueTables>,
  ids: readonly string[],
  { start, end }: TimeRangeInput,
): Promise<Closure[][]> {
  const { rows: found } = await sql<Closure & { readonly id: string }>`
    select resource_id as id, starts_at as start, ends_at as end, reason from blocking
    where resource_id = any(${ids}::uuid[]) and state = 'ACTIVE' and during && tstzrange(${start}, ${end})
    union all
    select rules.resource_id, day::timestamp at time zone 'Asia/Shanghai',
      (day + 1)::timestamp at time zone 'Asia/Shanghai', holiday.name
    from booking_rules as rules join holiday on rules.on_holidays = 'CLOSED' and holiday.is_off
    where rules.resource_id = any(${ids}::uuid[])
      and day::timestamp at time zone 'Asia/Shanghai' < ${end}
      and (day + 1)::timestamp at time zone 'Asia/Shanghai' > ${start}
    order by 2`.execute(rows);
  const byResource = Map.groupBy(found, ({ id }) => id);
  return ids.map((id) => byResource.get(id) ?? []);
}
