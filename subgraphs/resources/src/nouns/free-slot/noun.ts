import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createFreeSlotLoaders } from "./free-slot.loaders.ts";
import * as resolvers from "./free-slot.resolver.ts";

/** Computed from bookings; it has no record. */
export const freeSlot = {
  name: "FreeSlot",
  loaders: { freeSlots: createFreeSlotLoaders },
  resolvers,
} satisfies Noun;
