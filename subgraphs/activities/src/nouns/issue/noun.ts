import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { IssueSchema } from "./issue.entity.ts";
import { createIssueLoaders } from "./issue.loaders.ts";
import * as resolvers from "./issue.resolver.ts";

export const issue = recordNoun({
  name: "Issue",
  entity: IssueSchema,
  loaders: { issues: createIssueLoaders },
  resolvers,
});
