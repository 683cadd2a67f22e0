import type { Noun } from "@alliance-hub/platform/noun/noun";
import { LiaisonSchema } from "./liaison.entity.ts";
import { type LiaisonContext, createLiaisonLoaders } from "./liaison.loaders.ts";
import * as resolvers from "./liaison.resolver.ts";

export const liaison = {
  name: "Liaison",
  entity: LiaisonSchema,
  loaders: { liaisons: createLiaisonLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { liaisons }: LiaisonContext) => liaisons.byId.load(id),
} satisfies Noun;
