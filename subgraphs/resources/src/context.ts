import type { Database } from "@alliance-hub/platform/database/connect";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { type LoadersOf, loadersOf } from "@alliance-hub/platform/noun/noun";
import {
  type BaseContext,
  type WithDirectory,
  createBaseContext,
} from "@alliance-hub/platform/subgraph/context";
import { lazily } from "@alliance-hub/platform/subgraph/lazily";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { type ResourcesTables, SCHEMA } from "./database.ts";
import { nouns } from "./nouns.ts";

type Parts = LoadersOf<typeof nouns> & WithDirectory;

/** What resolvers and services of this subgraph work with, for one call. */
export interface ResourcesContext extends BaseContext<ResourcesTables>, Parts {}

const complete = lazily<BaseContext<ResourcesTables>, Parts>({
  directory: ({ rows }) => createDirectory(rows),
  ...loadersOf(nouns),
});

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<ResourcesTables>;
  request: SubgraphRequest;
}): ResourcesContext {
  return complete(createBaseContext(SCHEMA, parts));
}
