import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { BookingContext, BookingTables } from "../../nouns/booking/booking.loaders.ts";
import { bookHeld } from "../../nouns/booking/booking.service.ts";
import type { ResourceTables } from "../../nouns/resource/resource.loaders.ts";
import { resourceIn } from "../../nouns/resource/resource.service.ts";
import type { AcceptOfferInput } from "../../nouns/waiting-entry/waiting-entry.input.ts";
import type {
  WaitingContext,
  WaitingRow,
} from "../../nouns/waiting-entry/waiting-entry.loaders.ts";
import {
  lockAwaited,
  requireOpenOffer,
  waitingChanges,
} from "../../nouns/waiting-entry/waiting-entry.service.ts";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { forbiddenByRule } from "@alliance-hub/platform/bookable/obstacle";
import { readObstacle } from "../booking-rules/obstacle.ts";
import { readNearestTimes } from "../booking-rules/keeps-rules.ts";
import { requireBookable } from "../booking-rules/require-time.ts";
import { isSharedWith } from "../shared-with/shared-with.ts";

/** A context in which an offer becomes a booking. */
export type OfferContext = WaitingContext &
  BookingContext &
  BaseContext<BookingTables & ResourceTables>;

const changes = waitingChanges<OfferContext>();

/**
 * Accepts the time that is offered to a unit, and books it. It is held for the unit, so this succeeds until the offer
 * lapses, unless the provider has withdrawn or blocked the resource in the meantime, or shares it with the unit no longer.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION` if there is no offer, its time is over or the resource is no
 *   longer shared with the unit, `CONFLICT`, `BOOKING_CONFLICT` if it was blocked in the meantime.
 */
export async function acceptOffer(
  context: OfferContext,
  input: AcceptOfferInput,
): Promise<WaitingRow> {
  const step = {
    action: "acceptOffer",
    may: "accept",
    to: "BOOKED",
    input,
    lockFirst: lockAwaited,
  } as const;
  return await changes.change(context, step, async (entry, work) => {
    const { rows, now } = work;
    requireOpenOffer(entry, now);
    const resource = await resourceIn(work, entry.resourceId);
    requireBookable(resource);
    const { organizationId, quantity, purpose } = entry;
    if (!(await isSharedWith(rows, resource.id, { organizationId, now }))) throw noLongerShared();
    const during = { start: entry.startsAt, end: entry.endsAt };
    const obstacle = resource.hasRules
      ? await readObstacle(rows, { id: resource.id, during, now })
      : null;
    if (obstacle?.rule === "BLOCKED") {
      const nearest = await readNearestTimes(rows, resource, { during, quantity, now });
      throw forbiddenByRule(resource.title, during, { obstacle, nearest });
    }
    const wanted = { organizationId, during, quantity, purpose };
    const booking = await bookHeld(context, work, { resource, wanted });
    entry.bookingId = booking.id;
    return { bookingId: booking.id };
  });
}

/** The resource is not named: the unit may not see it any more. */
function noLongerShared(): HubError {
  return new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: "该资源已不再向您的单位开放，此次让出随之失效。请另选一项资源。",
      en: "The resource is no longer shared with your unit, so the offer has ended. Choose another resource.",
    },
    { state: "OFFERED", allowed: ["LAPSED"] },
  );
}
