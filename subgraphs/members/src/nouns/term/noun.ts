import type { Noun } from "@alliance-hub/platform/noun/noun";
import { TermSchema } from "./term.entity.ts";
import { type TermContext, createTermLoaders } from "./term.loaders.ts";
import * as resolvers from "./term.resolver.ts";

export const term = {
  name: "Term",
  entity: TermSchema,
  loaders: { terms: createTermLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { terms }: TermContext) => terms.byId.load(id),
} satisfies Noun;
