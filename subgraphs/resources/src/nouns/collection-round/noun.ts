import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { CollectionRoundSchema } from "./collection-round.entity.ts";
import { createCollectionRoundLoaders } from "./collection-round.loaders.ts";
import * as resolvers from "./collection-round.resolver.ts";

export const collectionRound = recordNoun({
  name: "CollectionRound",
  entity: CollectionRoundSchema,
  loaders: { collectionRounds: createCollectionRoundLoaders },
  resolvers,
});
