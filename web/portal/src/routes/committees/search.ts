import { oneOf, readText, searchReader } from "../../app/address.ts";
import type { CommitteeLevel } from "../../graph/generated/graphql.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";

/** What the page shows, as it stands in its address. */
export interface CommitteesSearch {
  /** The place that is open in the tree, with those above it. */
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  readonly level?: CommitteeLevel | undefined;
}

export const readCommitteesSearch = searchReader<CommitteesSearch>({
  place: readText,
  text: readText,
  level: oneOf(COMMITTEE_LEVELS),
});
