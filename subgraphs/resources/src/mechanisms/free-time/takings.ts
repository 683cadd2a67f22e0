import { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { TAKING_STATES } from "../../nouns/booking/booking.entity.ts";
import type { BookingTables } from "../../nouns/booking/booking.loaders.ts";
import { BOOKABLE_KINDS, type Resource } from "../../nouns/resource/resource.entity.ts";
import { type FreeSlot, type Taking, capacityOf, freeSlots, tightest } from "./free-time.ts";

/** What of a resource decides how much of it is free. */
export type Bookable = Pick<Resource, "id" | "kind" | "state" | "capacity">;

/** Reads of what is free. */
export interface FreeSlotLoaders {
  /** Free stretches of many resources in one range: one statement. */
  within(during: TimeRangeInput): DataLoader<Bookable, FreeSlot[], string>;
}

/** What free slots need of a call. */
export interface FreeSlotContext extends BaseContext<BookingTables> {
  readonly freeSlots: FreeSlotLoaders;
}

/** Loaders of one call. */
export function createFreeSlotLoaders(context: BaseContext<BookingTables>): FreeSlotLoaders {
  const loaders = new Map<string, DataLoader<Bookable, FreeSlot[], string>>();
  return {
    within: (during) => {
      const slot = `${during.start.toISOString()}/${during.end.toISOString()}`;
      let loader = loaders.get(slot);
      if (!loader) {
        loader = new DataLoader((resources) => readFreeSlots(context.rows, resources, during), {
          cacheKeyFn: (resource) => resource.id,
        });
        loaders.set(slot, loader);
      }
      return loader;
    },
  };
}

/** Whether a resource can be booked at all; what cannot has no free time either. */
export function isBookable(resource: Pick<Resource, "kind" | "state">): boolean {
  return resource.state === "PUBLISHED" && BOOKABLE_KINDS.includes(resource.kind);
}

async function readFreeSlots(
  rows: Kysely<BookingTables>,
  resources: readonly Bookable[],
  during: TimeRangeInput,
): Promise<FreeSlot[][]> {
  const ids = resources.filter(isBookable).map((resource) => resource.id);
  const takings = await readTakings(rows, ids, during);
  return resources.map((resource) =>
    isBookable(resource)
      ? freeSlots(capacityOf(resource), during, takings.get(resource.id) ?? [])
      : [],
  );
}

/** What bookings take of resources within a range, by resource. */
export async function readTakings(
  rows: Kysely<BookingTables>,
  resourceIds: readonly string[],
  during: TimeRangeInput,
): Promise<Map<string, Taking[]>> {
  if (resourceIds.length === 0) return new Map();
  const found = await rows
    .selectFrom("booking")
    .select(["resourceId", "startsAt", "endsAt", "quantity"])
    .where(anyOf("resourceId", resourceIds, "uuid"))
    .where(taking("booking"))
    .where(sql<SqlBool>`booking.during && tstzrange(${during.start}, ${during.end})`)
    .execute();
  return Map.groupBy(found, (booking) => booking.resourceId);
}

/** Most of a resource that is taken at any moment of a range. */
export async function mostTaken(
  rows: Kysely<BookingTables>,
  resourceId: string,
  during: TimeRangeInput,
): Promise<number> {
  const takings = await readTakings(rows, [resourceId], during);
  return -tightest(0, during, takings.get(resourceId) ?? []).quantity;
}

/**
 * Condition that a row of `resource` can be booked and has at least one left throughout a range.
 * What is in use changes for the worse only where a booking starts, so the range's own start and
 * the starts of bookings within it are the moments to look at.
 */
export function freeThroughout({ start, end }: TimeRangeInput): Condition {
  return new Condition({ form: "free", values: [start, end], isLong: true }, ([from, until]) =>
    freeBetween(from, until),
  );
}

function freeBetween(start: unknown, end: unknown): Expression<SqlBool> {
  const bookable = sql.join(BOOKABLE_KINDS.map((kind) => sql.lit(kind)));
  return sql<SqlBool>`(resource.state = 'PUBLISHED' and resource.kind in (${bookable})
    and not exists (
      select from (
        select ${start}::timestamptz as at
        union all
        select starting.starts_at from booking as starting
        where ${ofResource("starting")} and starting.during && tstzrange(${start}, ${end}) and starting.starts_at > ${start}
      ) as moment
      where coalesce(resource.capacity, 1) <= (
        select coalesce(sum(running.quantity), 0) from booking as running
        where ${ofResource("running")} and running.during @> moment.at
      )
    ))`;
}

function ofResource(table: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.resourceId`)} = resource.id and ${taking(table)}`;
}

/** Literals, not parameters: the partial index is found only by a condition the planner can read. */
function taking(table: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.state`)} in (${sql.join(TAKING_STATES.map((state) => sql.lit(state)))})`;
}
