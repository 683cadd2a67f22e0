import type { Noun } from "@alliance-hub/platform/noun/noun";
import { changeOfTerm } from "./mechanisms/change-of-term/noun.ts";
import { leaving } from "./mechanisms/leaving/noun.ts";
import { application } from "./nouns/application/noun.ts";
import { appointment } from "./nouns/appointment/noun.ts";
import { contactCard } from "./nouns/contact-card/noun.ts";
import { handover } from "./nouns/handover/noun.ts";
import { liaison } from "./nouns/liaison/noun.ts";
import { membership } from "./nouns/membership/noun.ts";
import { partner } from "./nouns/partner/noun.ts";
import { registration } from "./nouns/registration/noun.ts";
import { registrationBalance } from "./nouns/registration-balance/noun.ts";
import { seat } from "./nouns/seat/noun.ts";
import { seatCorrection } from "./nouns/seat-correction/noun.ts";
import { team } from "./nouns/team/noun.ts";
import { term } from "./nouns/term/noun.ts";
import { unitSeat } from "./nouns/unit-seat/noun.ts";
import { viewer } from "./nouns/viewer/noun.ts";

/** The nouns of this subgraph. A noun that is not in this list does not exist. */
export const nouns = [
  viewer,
  membership,
  application,
  leaving,
  term,
  changeOfTerm,
  seat,
  seatCorrection,
  handover,
  unitSeat,
  liaison,
  appointment,
  registration,
  registrationBalance,
  team,
  contactCard,
  partner,
] as const satisfies readonly Noun[];
