import {
  type BookingLimits,
  lookAround,
  nearestTimes,
} from "@alliance-hub/platform/bookable/nearest-times";
import { type Obstacle, forbiddenByRule } from "@alliance-hub/platform/bookable/obstacle";
import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { tooLittle } from "@alliance-hub/platform/bookable/too-little";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { whenWords } from "@alliance-hub/platform/words/times";
import { readableResource } from "@alliance-hub/sharing/resource-rule";
import { type QueryExecutorProvider, sql } from "kysely";
import { notAVenue } from "../../vocabulary/not-a-venue.ts";
import { whoHas } from "./who-has.ts";

/** Why a venue cannot be had, as the function `book_for_activity` of the directory gives it. */
export interface UnavailableVenue {
  readonly obstacle:
    | Obstacle
    | { readonly rule: "STATE"; readonly kind: string; readonly state: string }
    | {
        readonly rule: "TAKEN";
        /** How many of it are wanted: as many as its booking has. */
        readonly wanted: number;
        readonly left: number;
        readonly start: string;
        readonly end: string;
      };
  /** Whether a part of the time that its booking has is wanted; not there for another time. */
  readonly isPart?: boolean;
  /** What the times of the resource follow from; not there if it is no published venue. */
  readonly resource?: {
    readonly id: string;
    readonly title: string;
    readonly capacity: number | null;
    readonly bufferMinutes: number;
    readonly hasRules: boolean;
    readonly limits: BookingLimits | null;
  };
}

/** What was wanted, in the transaction that wanted it. */
export interface Wanted {
  readonly viewerIn: BaseContext["viewerIn"];
  readonly rows: QueryExecutorProvider;
  readonly now: Date;
  readonly during: TimeRangeInput;
  readonly venueId: string | null;
  /** The booking that would be moved; what it takes does not count. */
  readonly bookingId: string;
}

/**
 * The error of a venue that cannot be had, in the same words as that of `bookResource`, with the nearest times. Whoever may not
 * see the venue reads neither why nor when else: that is what the venue tells its readers.
 */
export async function unavailable(
  { obstacle, resource, isPart = false }: UnavailableVenue,
  wanted: Wanted,
): Promise<HubError> {
  if (!(await isReadable(wanted))) return cannotBeHad(wanted.during);
  if (obstacle.rule === "STATE") return notAVenue(obstacle);
  if (!resource) throw new Error("What is in the way does not say of which resource");
  const { title } = resource;
  // An activity that is too long for the room has no other time in it; one that is shortened needs none.
  if (obstacle.rule === "LENGTH" || (isPart && obstacle.rule === "SLOT"))
    return forbiddenByRule(title, wanted.during, { obstacle });
  const amount = obstacle.rule === "TAKEN" ? obstacle.wanted : 1;
  const nearest = await readNearest(resource, wanted, amount);
  if (obstacle.rule !== "TAKEN")
    return forbiddenByRule(title, wanted.during, { obstacle, nearest });
  const { left: quantity, start, end } = obstacle;
  const least = { quantity, start: new Date(start), end: new Date(end) };
  const { id: resourceId, bufferMinutes } = resource;
  const time = { resourceId, during: least, without: wanted.bookingId, bufferMinutes };
  // Of several places it is not one unit that has them.
  const by = capacityOf(resource) === 1 ? await whoHas(wanted, wanted.rows, time) : [];
  const clearing = wanted.during.end <= least.start ? { clearingMinutes: bufferMinutes } : {};
  return tooLittle({ title }, amount, { least, by, nearest, ...clearing });
}

/** Whether the viewer may see the venue. */
async function isReadable({ rows, viewerIn, venueId }: Wanted): Promise<boolean> {
  const { rows: found } = await sql`
    select from directory.resource as venue
    where venue.id = ${venueId} and ${readableResource(viewerIn("resources"), "venue")}`.execute(
    rows,
  );
  return found.length > 0;
}

function cannotBeHad(during: TimeRangeInput): HubError {
  const time = whenWords(during);
  return new HubError("BOOKING_CONFLICT", {
    zh: `活动的场地 ${time.zh} 不能用；它没有向您公开，因此看不到原因和可用的时间。请换一个时间或场地，或请主持委员会的人安排。`,
    en: `The venue of the activity cannot be had ${time.en}. It is not shared with you, so neither the reason nor other times are told. Choose another time or venue, or ask whoever runs the committee.`,
  });
}

/** The times of a venue within a range; instants as JSON has them. */
interface Times {
  readonly takings: readonly {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly quantity: number;
  }[];
  readonly opening: readonly { readonly start: string; readonly end: string }[];
  /** Whether it has opening hours. */
  readonly hasHours: boolean;
}

async function readNearest(
  {
    id,
    capacity,
    bufferMinutes,
    hasRules,
    limits: rules,
  }: NonNullable<UnavailableVenue["resource"]>,
  { rows, now, during, bookingId }: Wanted,
  quantity: number,
): Promise<TimeRangeInput[]> {
  const limits = rules ?? undefined;
  const around = lookAround({ during, now, bufferMinutes, limits });
  if (!around) return [];
  const { start, end, held } = around;
  const { rows: found } = await sql<{ times: Times }>`
    select directory.venue_times(${id}, ${start}, ${end}, ${held.end}, array[${bookingId}]::uuid[]) as times`.execute(
    rows,
  );
  const { takings = [], opening = [], hasHours = false } = found[0]?.times ?? {};
  return nearestTimes({ capacity, bufferMinutes }, around, {
    during,
    quantity,
    limits,
    hasHours,
    takings: takings.map((taking) => ({
      startsAt: new Date(taking.startsAt),
      endsAt: new Date(taking.endsAt),
      quantity: taking.quantity,
    })),
    ...(hasRules
      ? { opening: opening.map((one) => ({ start: new Date(one.start), end: new Date(one.end) })) }
      : {}),
  });
}
