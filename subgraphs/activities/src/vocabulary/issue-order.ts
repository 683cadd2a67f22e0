/** Orders of a list of issues. */
export const IssueOrder = {
  NEWEST_FIRST: "NEWEST_FIRST",
  DEADLINE_ASCENDING: "DEADLINE_ASCENDING",
} as const;
export type IssueOrder = (typeof IssueOrder)[keyof typeof IssueOrder];
