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
import type { Webhooks } from "@alliance-hub/platform/webhooks/webhooks";
import type { Tail } from "@alliance-hub/updates/tail";
import { type ActivitiesTables, SCHEMA } from "./database.ts";
import type { LiveNotice } from "./mechanisms/notice-log/notice-log.ts";
import type { LiveUpdate } from "./mechanisms/update-log/update-log.ts";
import { nouns } from "./nouns.ts";

/** What a call begins with. */
interface Base extends BaseContext<ActivitiesTables> {
  /** The live end of the update log, one for the whole process. */
  readonly tail: Tail<LiveUpdate>;
  /** The live end of the log of notices, likewise. */
  readonly noticeTail: Tail<LiveNotice>;
  /** What webhooks are registered and sent with. */
  readonly webhooks: Webhooks;
  /** Whether this hub is set up to send mail. */
  readonly sendsMail: boolean;
}

type Parts = LoadersOf<typeof nouns> & WithDirectory;

/** What resolvers and services of this subgraph work with, for one call. */
export interface ActivitiesContext extends Base, Parts {}

const complete = lazily<Base, Parts>({
  directory: ({ rows }) => createDirectory(rows),
  ...loadersOf(nouns),
});

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<ActivitiesTables>;
  request: SubgraphRequest;
  tail: Tail<LiveUpdate>;
  noticeTail: Tail<LiveNotice>;
  webhooks: Webhooks;
}): ActivitiesContext {
  const { tail, noticeTail, webhooks } = parts;
  const sendsMail = parts.config.mail !== undefined;
  return complete({ ...createBaseContext(SCHEMA, parts), tail, noticeTail, webhooks, sendsMail });
}
