import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Noun } from "@alliance-hub/platform/noun/noun";
import { BookingType } from "../../nouns/booking/booking.type.ts";
import * as inputs from "../../nouns/waiting-entry/waiting-entry.input.ts";
import type { WaitingRow } from "../../nouns/waiting-entry/waiting-entry.loaders.ts";
import { WaitingEntryType } from "../../nouns/waiting-entry/waiting-entry.type.ts";
import { type OfferContext, acceptOffer } from "./accept-offer.ts";

export const AcceptedOfferFields = fields<WaitingRow, OfferContext>(() => WaitingEntryType, {
  booking: field(
    () => BookingType,
    {
      nullable: true,
      description:
        "接受后所作的预约。The booking that it became; null until the offer is accepted.",
    },
    ({ bookingId }, { bookings }) => (bookingId === null ? null : bookings.byId.load(bookingId)),
  ),
});

export const AcceptOfferMutation = mutations(
  {
    field: "entry",
    type: WaitingEntryType,
    description: "候补。The waiting entry.",
    by: { zh: "候补单位联络员", en: "the liaison of the unit that waits" },
  },
  { inputs, service: { acceptOffer } },
  {
    acceptOffer: {
      zh: "接受让出的时段，并预约",
      en: "Accepts the time that is offered, and books it",
    },
  },
);

/** An offer that becomes a booking; it has no record of its own. */
export const waitingOffer = {
  name: "WaitingEntry",
  loaders: {},
  resolvers: { AcceptedOfferFields, AcceptOfferMutation },
} satisfies Noun;
