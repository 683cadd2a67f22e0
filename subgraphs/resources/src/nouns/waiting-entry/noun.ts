import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { WaitingEntrySchema } from "./waiting-entry.entity.ts";
import { createWaitingLoaders } from "./waiting-entry.loaders.ts";
import * as resolvers from "./waiting-entry.resolver.ts";

export const waitingEntry = recordNoun({
  name: "WaitingEntry",
  entity: WaitingEntrySchema,
  loaders: { waitingEntries: createWaitingLoaders },
  resolvers,
});
