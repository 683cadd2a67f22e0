import type { Noun } from "@alliance-hub/platform/noun/noun";
import { AgreementSchema } from "./agreement.entity.ts";
import { type AgreementContext, createAgreementLoaders } from "./agreement.loaders.ts";
import * as resolvers from "./agreement.resolver.ts";

export const agreement = {
  name: "Agreement",
  entity: AgreementSchema,
  loaders: { agreements: createAgreementLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { agreements }: AgreementContext) => agreements.byId.load(id),
  search: {
    table: "agreement",
    texts:
      "array[title] || array(select clause from commitment where agreement_id = agreement.id order by position)",
  },
} satisfies Noun;
