import type { Noun } from "@alliance-hub/platform/noun/noun";
import { NeedSchema } from "./need.entity.ts";
import { type NeedContext, createNeedLoaders } from "./need.loaders.ts";
import * as resolvers from "./need.resolver.ts";

export const need = {
  name: "Need",
  entity: NeedSchema,
  loaders: { needs: createNeedLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { needs }: NeedContext) => needs.byId.load(id),
  search: { table: "need", texts: "array[title, description]" },
} satisfies Noun;
