import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { bookablePart } from "@alliance-hub/platform/bookable/bookable-time";
import DataLoader from "dataloader";
import type { Kysely } from "kysely";
import {
  type FreeSlot,
  MAX_DAYS_SEARCHED,
  capacityOf,
  freeSlots,
} from "@alliance-hub/platform/bookable/free-time";
import { type OpeningRange, readOpening } from "../../mechanisms/free-time/opening.ts";
import { type TakingTables, readTakings } from "../../mechanisms/free-time/takings.ts";
import { BOOKABLE_KINDS } from "../../vocabulary/resource-kind.ts";
import type { ResourceRow } from "../resource/resource.loaders.ts";

const MINUTE_MS = 60_000;

/** The columns of a resource that decide how much of it is free. */
type Bookable = Pick<
  ResourceRow,
  "id" | "kind" | "state" | "capacity" | "bufferMinutes" | "hasRules"
>;

/** Reads of free time. */
export interface FreeSlotLoaders {
  /**
   * Free times of many resources in one range: two statements.
   *
   * @throws HubError `BAD_USER_INPUT` for a range that is too long.
   */
  within(during: TimeRangeInput, options: FreeOptions): DataLoader<Bookable, FreeSlot[], string>;
}

/** Which times are asked for. */
export interface FreeOptions {
  /** Also those that are over, too soon or too far ahead to be booked, as a page shows them that says what is taken. */
  readonly anyTime: boolean;
}

/** What free slots need of a call. */
export interface FreeSlotContext extends BaseContext<TakingTables> {
  readonly freeSlots: FreeSlotLoaders;
}

/** Loaders of one call. */
export function createFreeSlotLoaders(context: BaseContext<TakingTables>): FreeSlotLoaders {
  const loaders = new Map<string, DataLoader<Bookable, FreeSlot[], string>>();
  return {
    within: (during, { anyTime }) => {
      const { start, end } = during;
      requireRange("during", during, MAX_DAYS_SEARCHED);
      const slot = `${during.start.toISOString()}/${during.end.toISOString()}/${anyTime}`;
      let loader = loaders.get(slot);
      if (!loader) {
        const bookableAt = anyTime ? undefined : context.clock();
        loader = new DataLoader(
          (resources) => readFreeSlots(context.rows, resources, { start, end, bookableAt }),
          { cacheKeyFn: (resource) => resource.id },
        );
        loaders.set(slot, loader);
      }
      return loader;
    },
  };
}

/** Whether a resource can be booked at all. If it cannot, it has no free time either. */
function isBookable(resource: Pick<Bookable, "kind" | "state">): boolean {
  return resource.state === "PUBLISHED" && BOOKABLE_KINDS.includes(resource.kind);
}

async function readFreeSlots(
  rows: Kysely<TakingTables>,
  resources: readonly Bookable[],
  asked: OpeningRange,
): Promise<FreeSlot[][]> {
  const { bookableAt } = asked;
  const during = bookableAt ? bookablePart(asked, bookableAt) : asked;
  if (!during) return resources.map(() => []);
  const bookable = resources.filter(isBookable);
  const longest = Math.max(0, ...bookable.map(({ bufferMinutes }) => bufferMinutes));
  const held = { start: during.start, end: new Date(during.end.getTime() + longest * MINUTE_MS) };
  const idsOf = (some: readonly Bookable[]) => some.map(({ id }) => id);
  const [takings, openings] = await Promise.all([
    readTakings(rows, idsOf(bookable), held),
    readOpening(rows, idsOf(bookable.filter(({ hasRules }) => hasRules)), {
      start: during.start,
      end: during.end,
      bookableAt,
    }),
  ]);
  return resources.map((resource) => {
    if (!isBookable(resource)) return [];
    const { id, hasRules, bufferMinutes } = resource;
    const rules = {
      capacity: capacityOf(resource),
      bufferMs: bufferMinutes * MINUTE_MS,
      ...(hasRules ? { opening: openings.get(id) ?? [] } : {}),
    };
    return freeSlots(rules, during, takings.get(id) ?? []);
  });
}
