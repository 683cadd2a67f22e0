import { oneOf, readText, searchReader } from "../../../app/address.ts";
import type { CommitteeFilter, CommitteeLevel } from "../../../graph/generated/graphql.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";

/** What the list of committees is filtered by, as it stands in the page's address. */
export interface CommitteeSearch {
  readonly level?: CommitteeLevel | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

export const readCommitteeSearch = searchReader<CommitteeSearch>({
  level: oneOf(COMMITTEE_LEVELS),
  text: readText,
  place: readText,
});

/** @param ownPlace where no place is asked for. */
export function committeeFilterOf(
  { level, text, place }: CommitteeSearch,
  ownPlace: string | undefined,
): CommitteeFilter {
  const regionCode = place ?? ownPlace;
  return {
    ...(level === undefined ? {} : { levels: [level] }),
    ...(text === undefined ? {} : { text }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
}
