import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createNoticeLoaders } from "./notice.loaders.ts";
import * as resolvers from "./notice.resolver.ts";

/** What people read of the log of notices; the log itself is a mechanism, which all subgraphs write to. */
export const notice = {
  name: "Notice",
  loaders: { notices: createNoticeLoaders },
  resolvers,
} satisfies Noun;
