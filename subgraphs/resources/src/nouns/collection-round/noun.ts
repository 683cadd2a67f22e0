import type { Noun } from "@alliance-hub/platform/noun/noun";
import { CollectionRoundSchema } from "./collection-round.entity.ts";
import {
  type CollectionRoundContext,
  createCollectionRoundLoaders,
} from "./collection-round.loaders.ts";
import * as resolvers from "./collection-round.resolver.ts";

export const collectionRound = {
  name: "CollectionRound",
  entity: CollectionRoundSchema,
  loaders: { collectionRounds: createCollectionRoundLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { collectionRounds }: CollectionRoundContext) =>
    collectionRounds.byId.load(id),
} satisfies Noun;
