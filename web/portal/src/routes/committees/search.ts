import type { CommitteeLevel } from "../../graph/generated/graphql.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";

/** What the page shows, as it stands in its address. */
export interface CommitteesSearch {
  /** The place that is open in the tree, with those above it. */
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  readonly level?: CommitteeLevel | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readCommitteesSearch(search: Record<string, unknown>): CommitteesSearch {
  const { place, text, level } = search;
  return {
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(typeof level === "string" && level in COMMITTEE_LEVELS
      ? { level: level as CommitteeLevel }
      : {}),
  };
}
