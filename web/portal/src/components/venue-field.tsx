import type { VenueFieldProps } from "./fields/venue-field.tsx";
import { later } from "./later.tsx";
export type { ChosenVenue } from "./fields/venue-field.tsx";
/** A venue: found by a part of its name. */
export const VenueField = later<VenueFieldProps>(
  async () => (await import("./fields/venue-field.tsx")).VenueField,
);
