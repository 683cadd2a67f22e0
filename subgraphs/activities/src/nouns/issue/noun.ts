import type { Noun } from "@alliance-hub/platform/noun/noun";
import { IssueSchema } from "./issue.entity.ts";
import { type IssueContext, createIssueLoaders } from "./issue.loaders.ts";
import * as resolvers from "./issue.resolver.ts";

export const issue = {
  name: "Issue",
  entity: IssueSchema,
  loaders: { issues: createIssueLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { issues }: IssueContext) => issues.byId.load(id),
} satisfies Noun;
