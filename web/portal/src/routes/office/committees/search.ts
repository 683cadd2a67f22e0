import type { CommitteeFilter, CommitteeLevel } from "../../../graph/generated/graphql.ts";
import { COMMITTEE_LEVELS } from "../../../words/labels.ts";

/** What the list of committees is filtered by, as it stands in the page's address. */
export interface CommitteeSearch {
  readonly level?: CommitteeLevel | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readCommitteeSearch(given: Record<string, unknown>): CommitteeSearch {
  const { level, text, place } = given;
  return {
    ...(typeof level === "string" && level in COMMITTEE_LEVELS
      ? { level: level as CommitteeLevel }
      : {}),
    ...((typeof text === "string" && text !== "") || typeof text === "number"
      ? { text: String(text) }
      : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
  };
}

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
