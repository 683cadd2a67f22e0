import { oneOf, readText, searchReader } from "../../app/address.ts";
import type { CollectionRoundFilter, CollectionRoundState } from "../../graph/generated/graphql.ts";
import { ROUND_STATES } from "../../words/labels.ts";

/** What the list of collection rounds is filtered by, as it stands in the page's address. */
export interface RoundSearch {
  readonly state?: CollectionRoundState | undefined;
  readonly committee?: string | undefined;
  readonly place?: string | undefined;
}

export const readRoundSearch = searchReader<RoundSearch>({
  state: oneOf(ROUND_STATES),
  committee: readText,
  place: readText,
});

/** Without a place all of the viewer's committees: others' rounds are not shown to them anyway. */
export function roundFilterOf({ state, committee, place }: RoundSearch): CollectionRoundFilter {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(place === undefined ? {} : { regionCode: place }),
  };
}
