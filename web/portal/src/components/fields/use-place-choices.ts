import {
  ChosenPlaceDocument,
  PlaceSearchDocument,
  PlacesBelowDocument,
  type RegionLevel,
  TopmostPlacesDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { type Place, byLevel, chainAbove } from "./place.ts";

/** A place of a list, with how deep it is drawn. */
export interface PlaceOption extends Place {
  readonly depth: number;
}

interface Wanted {
  /** What is looked for; undefined to go through the tree. */
  readonly text: string | undefined;
  /** The place whose surroundings are shown, or searched first. */
  readonly around: string | undefined;
  readonly levels: readonly RegionLevel[] | undefined;
  /** Whether anybody looks at the list yet. */
  readonly isEnabled: boolean;
}

/** A place by its code; undefined until it is known. */
export function usePlaceOf(code: string | undefined): Place | undefined {
  const { data } = useAsk(
    ChosenPlaceDocument,
    { code: code ?? "" },
    { isEnabled: code !== undefined },
  );
  return code === undefined ? undefined : (data?.region ?? undefined);
}

/** What a search finds, the surroundings first; without a search what lies above and below a place. */
export function usePlaceChoices(wanted: Wanted): readonly PlaceOption[] {
  const { text, around, levels, isEnabled } = wanted;
  const isSearch = text !== undefined;
  const far = { text: text ?? "", ...(levels ? { levels: [...levels] } : {}) };
  const search = useAsk(
    PlaceSearchDocument,
    { near: { ...far, ...(around === undefined ? {} : { within: around }) }, far },
    { isEnabled: isSearch, keepsPrevious: true },
  );
  const below = useAsk(
    PlacesBelowDocument,
    { code: around ?? "" },
    { isEnabled: isEnabled && !isSearch && around !== undefined, keepsPrevious: true },
  );
  const topmost = useAsk(
    TopmostPlacesDocument,
    {},
    { isEnabled: isEnabled && !isSearch && (around === undefined || below.data?.region === null) },
  );
  if (isSearch) {
    const { near, far: all } = search.data ?? {};
    return once([
      ...(near?.nodes ?? []).toSorted(byLevel),
      ...(all?.nodes ?? []).toSorted(byLevel),
    ]);
  }
  const middle = below.data?.region;
  if (!middle) return once(topmost.data?.regions?.nodes ?? []);
  return once([...chainAbove(middle), middle, ...(middle.children.nodes ?? [])]);
}

const once = (places: readonly Place[]): readonly PlaceOption[] => [
  ...new Map(
    places.map((place) => [place.code, { ...place, depth: chainAbove(place).length }]),
  ).values(),
];
