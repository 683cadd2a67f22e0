import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { TermSchema } from "./term.entity.ts";
import { createTermLoaders } from "./term.loaders.ts";
import * as resolvers from "./term.resolver.ts";

export const term = recordNoun({
  name: "Term",
  entity: TermSchema,
  loaders: { terms: createTermLoaders },
  resolvers,
});
