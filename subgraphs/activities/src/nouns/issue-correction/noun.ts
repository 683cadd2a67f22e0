import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./issue-correction.resolver.ts";

/** A change of an issue; it has no separate record. */
export const issueCorrection = {
  name: "IssueCorrection",
  loaders: {},
  resolvers,
} satisfies Noun;
