import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { BlockingSchema } from "./blocking.entity.ts";
import { createBlockingLoaders } from "./blocking.loaders.ts";
import * as resolvers from "./blocking.resolver.ts";

export const blocking = recordNoun({
  name: "Blocking",
  entity: BlockingSchema,
  loaders: { blockings: createBlockingLoaders },
  resolvers,
});
