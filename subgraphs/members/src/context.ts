import type { Database } from "@alliance-hub/platform/database/connect";
import { type LoadersOf, loadersOf } from "@alliance-hub/platform/noun/noun";
import { type BaseContext, createBaseContext } from "@alliance-hub/platform/subgraph/context";
import { lazily } from "@alliance-hub/platform/subgraph/lazily";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { type MembersTables, SCHEMA } from "./database.ts";
import { nouns } from "./nouns.ts";

type Loaders = LoadersOf<typeof nouns>;

/** What resolvers and services of this subgraph work with, for one call. */
export interface MembersContext extends BaseContext<MembersTables>, Loaders {}

const complete = lazily<BaseContext<MembersTables>, Loaders>(loadersOf(nouns));

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<MembersTables>;
  request: SubgraphRequest;
}): MembersContext {
  return complete(createBaseContext(SCHEMA, parts));
}
