import {
  ChosenPlaceDocument,
  PlaceChoicesDocument,
  type RegionLevel,
} from "../graph/generated/graphql.ts";
import { useAsk } from "../graph/query-client.ts";
import { BELOW, type Place, chainAbove } from "./place.ts";

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
export function usePlaceChoices({ text, around, levels }: Wanted): readonly PlaceOption[] {
  const middle = usePlaceOf(around);
  const isSearch = text !== undefined;
  const wanted = isSearch ? { text, ...(levels ? { levels: [...levels] } : {}) } : {};
  const { data } = useAsk(
    PlaceChoicesDocument,
    {
      near: {
        ...wanted,
        ...(around === undefined ? {} : { within: around }),
        ...(isSearch
          ? {}
          : { levels: [...(middle ? BELOW[middle.level] : (["DISTRICT"] as const))] }),
      },
      far: wanted,
      isSearch,
    },
    { isEnabled: isSearch || around === undefined || middle !== undefined, keepsPrevious: true },
  );
  const near = data?.near?.nodes ?? [];
  if (isSearch) {
    const all = [...near.toSorted(byLevel), ...(data?.far?.nodes ?? []).toSorted(byLevel)];
    return [...new Map(all.map((place) => [place.code, { ...place, depth: 0 }])).values()];
  }
  if (!middle) return near.map((place) => ({ ...place, depth: 0 }));
  const above = chainAbove(middle) as readonly Place[];
  return [...above, middle, ...near.filter(({ code }) => code !== middle.code)].map((place) => ({
    ...place,
    depth: place.code === middle.code ? above.length : chainAbove(place).length,
  }));
}

const LEVELS = Object.keys(BELOW);

/** The widest first: whoever types 东升 means the street rather than its grids. */
const byLevel = (one: Place, other: Place): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
