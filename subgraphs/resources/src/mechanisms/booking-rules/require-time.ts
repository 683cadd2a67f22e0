import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import type { Kysely } from "kysely";
import { BOOKABLE_KINDS, type ResourceKind } from "../../vocabulary/resource-kind.ts";
import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import type { TakingTables } from "../free-time/takings.ts";
import { type Holder, tooLittle } from "@alliance-hub/platform/bookable/too-little";
import {
  type TimedResource,
  type WantedBooking,
  readNearestTimes,
  requireKeepsRules,
} from "./keeps-rules.ts";
import { readLeast } from "./least-left.ts";
import { requireNoOwnOffer } from "./own-offer.ts";

/** The columns of a resource that decide whether it can be booked at all. */
interface BookedResource {
  readonly title: string;
  readonly kind: ResourceKind;
  readonly state: string;
}

/**
 * Rejects a resource that cannot be booked.
 *
 * @throws HubError `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if it is not published.
 */
export function requireBookable({ title, kind, state }: BookedResource): void {
  if (!BOOKABLE_KINDS.includes(kind)) {
    throw badInput("resourceId", {
      zh: `${title}的类型是${valueWords("ResourceKind", kind).zh}，只有${BOOKABLE_KINDS.map((one) => valueWords("ResourceKind", one).zh).join("、")}可以预约。请联系提供单位。`,
      en: `${title} is of kind ${kind}; only ${BOOKABLE_KINDS.join(", ")} can be booked. Ask the unit that offers it.`,
    });
  }
  if (state !== "PUBLISHED") {
    throw new HubError(
      "ILLEGAL_TRANSITION",
      {
        zh: `${title}的状态为${stateInChinese("Resource", state)}，只有${stateInChinese("Resource", "PUBLISHED")}的资源可以预约。请另选一项。`,
        en: `${title} is ${state}; only a PUBLISHED one can be booked. Choose another with resources(filter:).`,
      },
      {
        state,
        allowed: [],
      },
    );
  }
}

/** @throws HubError `BAD_USER_INPUT` for a quantity above the capacity. */
export function requireWithinCapacity(
  resource: Pick<TimedResource, "title" | "capacity">,
  quantity: number,
): void {
  if (quantity <= capacityOf(resource)) return;
  throw badInput("quantity", {
    zh: `数量为 ${quantity}，而${resource.title}总共只有 ${capacityOf(resource)} 份。请减少。`,
    en: `"quantity" is ${quantity}, but ${resource.title} has ${capacityOf(resource)} in all. Give that or less.`,
  });
}

/** What a wanted time is checked with. */
export interface TimeCheck {
  readonly rows: Kysely<TakingTables>;
  /** The bookings that have the resource within a range, named as far as the caller may know them. */
  readonly whoHas: (resourceId: string, during: TimeRangeInput) => Promise<readonly Holder[]>;
}

/**
 * Rejects a booking that the resource's rules forbid, or for which too little is left at some moment, to the end of
 * the buffer. Every way to book asks this. The caller holds the lock on the resource's row. Without it, somebody else
 * could take the quantity that is read here at the same moment.
 *
 * @throws HubError `BOOKING_CONFLICT`, `BAD_USER_INPUT`, each with the nearest times that can be had.
 */
export async function requireTime(
  { rows, whoHas }: TimeCheck,
  resource: TimedResource,
  wanted: WantedBooking & { readonly organizationId: string },
): Promise<void> {
  await requireKeepsRules(rows, resource, wanted);
  const { quantity } = wanted;
  const least = await readLeast(rows, resource, wanted);
  if (least.quantity >= quantity) return;
  await requireNoOwnOffer(rows, resource, wanted);
  const by = capacityOf(resource) === 1 ? await whoHas(resource.id, least) : [];
  const nearest = await readNearestTimes(rows, resource, wanted);
  // What is wanted is free, but not what must stay free after it.
  const isClearing = wanted.during.end <= least.start;
  throw tooLittle(resource, quantity, {
    least,
    by,
    nearest,
    ...(isClearing ? { clearingMinutes: resource.bufferMinutes } : {}),
  });
}
