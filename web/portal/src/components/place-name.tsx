import { type Place, chainAbove } from "./fields/place.ts";

/** A place with those above it, the widest first: 榕城区 城南街道 第一社区. */
export function PlaceName({ place }: { readonly place: Place | null | undefined }) {
  return place ? [...chainAbove(place), place].map(({ name }) => name).join(" ") : "—";
}
