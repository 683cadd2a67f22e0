import { readText, searchReader, wordOf } from "../../app/address.ts";
import type { IssueFilter, IssueOrder } from "../../graph/generated/graphql.ts";
import { type Day, dayOf } from "../../words/time.ts";

/** Which issues: unresolved ones by default. */
export type IssueSelection = "open" | "overdue" | "resolved" | "all";

export const ISSUE_SELECTIONS: Readonly<Record<IssueSelection, string>> = {
  open: "办理中",
  overdue: "已逾期",
  resolved: "已解决",
  all: "全部",
};

/** What the list of issues is filtered by, as it stands in the page's address. */
export interface IssueSearch {
  readonly state?: Exclude<IssueSelection, "open"> | undefined;
  /** The unit that owns them. */
  readonly owner?: string | undefined;
  readonly committee?: string | undefined;
  readonly place?: string | undefined;
}

export const readIssueSearch = searchReader<IssueSearch>({
  state: wordOf("overdue", "resolved", "all"),
  owner: readText,
  committee: readText,
  place: readText,
});

export function issueFilterOf(
  search: IssueSearch,
  ownPlace: string | undefined,
  today: Day = dayOf(new Date()),
): IssueFilter {
  const { state = "open", owner, committee } = search;
  const isNamed = owner !== undefined || committee !== undefined;
  const place = search.place ?? (isNamed ? undefined : ownPlace);
  return {
    ...(state === "open" ? { states: ["RAISED"] } : {}),
    ...(state === "resolved" ? { states: ["RESOLVED"] } : {}),
    ...(state === "overdue" ? { overdueOn: today } : {}),
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(place === undefined ? {} : { regionCode: place }),
  };
}

/** What is due next comes first; of what is resolved, the newest. */
export function issueOrderOf({ state }: IssueSearch): IssueOrder {
  return state === "resolved" ? "NEWEST_FIRST" : "DEADLINE_ASCENDING";
}
