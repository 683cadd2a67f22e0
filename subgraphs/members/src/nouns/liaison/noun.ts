import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { LiaisonSchema } from "./liaison.entity.ts";
import { createLiaisonLoaders } from "./liaison.loaders.ts";
import * as resolvers from "./liaison.resolver.ts";

export const liaison = recordNoun({
  name: "Liaison",
  entity: LiaisonSchema,
  loaders: { liaisons: createLiaisonLoaders },
  resolvers,
});
