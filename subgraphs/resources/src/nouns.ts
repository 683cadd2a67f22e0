import type { Noun } from "@alliance-hub/platform/noun/noun";
import { bookedResource } from "./mechanisms/booked-resource/noun.ts";
import { waitingOffer } from "./mechanisms/waiting-offer/noun.ts";
import { agreement } from "./nouns/agreement/noun.ts";
import { agreementDraft } from "./nouns/agreement-draft/noun.ts";
import { agreementParty } from "./nouns/agreement-party/noun.ts";
import { blocking } from "./nouns/blocking/noun.ts";
import { booking } from "./nouns/booking/noun.ts";
import { bookingBasket } from "./nouns/booking-basket/noun.ts";
import { bookingCancellation } from "./nouns/booking-cancellation/noun.ts";
import { bookingChange } from "./nouns/booking-change/noun.ts";
import { bookingDecision } from "./nouns/booking-decision/noun.ts";
import { bookingSeries } from "./nouns/booking-series/noun.ts";
import { bookingUse } from "./nouns/booking-use/noun.ts";
import { collectionRound } from "./nouns/collection-round/noun.ts";
import { commitment } from "./nouns/commitment/noun.ts";
import { fulfilment } from "./nouns/fulfilment/noun.ts";
import { freeSlot } from "./nouns/free-slot/noun.ts";
import { need } from "./nouns/need/noun.ts";
import { resource } from "./nouns/resource/noun.ts";
import { venue } from "./nouns/venue/noun.ts";
import { waitingEntry } from "./nouns/waiting-entry/noun.ts";
import { seriesCancellation } from "./nouns/series-cancellation/noun.ts";
import { seriesChange } from "./nouns/series-change/noun.ts";
import { seriesKeeping } from "./nouns/series-keeping/noun.ts";
import { signature } from "./nouns/signature/noun.ts";

/** The nouns of this subgraph. A noun that is not in this list does not exist. */
export const nouns = [
  resource,
  venue,
  freeSlot,
  need,
  collectionRound,
  booking,
  bookingBasket,
  bookingSeries,
  seriesChange,
  seriesCancellation,
  seriesKeeping,
  bookingChange,
  bookingDecision,
  bookingCancellation,
  bookingUse,
  blocking,
  bookedResource,
  waitingEntry,
  waitingOffer,
  agreement,
  agreementDraft,
  agreementParty,
  signature,
  commitment,
  fulfilment,
] as const satisfies readonly Noun[];
