import type { CollectionRoundFilter, CollectionRoundState } from "../../graph/generated/graphql.ts";
import { ROUND_STATES } from "../../words/labels.ts";

/** What the list of collection rounds is filtered by, as it stands in the page's address. */
export interface RoundSearch {
  readonly state?: CollectionRoundState | undefined;
  readonly committee?: string | undefined;
  readonly place?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readRoundSearch(search: Record<string, unknown>): RoundSearch {
  const { state, committee, place } = search;
  return {
    ...(typeof state === "string" && state in ROUND_STATES
      ? { state: state as CollectionRoundState }
      : {}),
    ...(typeof committee === "string" ? { committee } : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
  };
}

/** Without a place all of the viewer's committees: others' rounds are not shown to them anyway. */
export function roundFilterOf({ state, committee, place }: RoundSearch): CollectionRoundFilter {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(place === undefined ? {} : { regionCode: place }),
  };
}
