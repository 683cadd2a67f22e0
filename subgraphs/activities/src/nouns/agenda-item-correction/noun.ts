import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./agenda-item-correction.resolver.ts";

/** A change of an agenda item; it has no separate record. */
export const agendaItemCorrection = {
  name: "AgendaItemCorrection",
  loaders: {},
  resolvers,
} satisfies Noun;
