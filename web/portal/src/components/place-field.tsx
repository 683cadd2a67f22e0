import type { PlaceFieldProps } from "./fields/place-field.tsx";
import { later } from "./later.tsx";

/** A place: found by a part of its name, or by going down the tree. */
export const PlaceField = later<PlaceFieldProps>(
  async () => (await import("./fields/place-field.tsx")).PlaceField,
);
