import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { NeedSchema } from "./need.entity.ts";
import { createNeedLoaders } from "./need.loaders.ts";
import * as resolvers from "./need.resolver.ts";

export const need = recordNoun({
  name: "Need",
  entity: NeedSchema,
  loaders: { needs: createNeedLoaders },
  resolvers,
  search: [{ texts: "array[title, description]" }],
});
