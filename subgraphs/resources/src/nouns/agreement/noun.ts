import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { AgreementSchema } from "./agreement.entity.ts";
import { createAgreementLoaders } from "./agreement.loaders.ts";
import * as resolvers from "./agreement.resolver.ts";

export const agreement = recordNoun({
  name: "Agreement",
  entity: AgreementSchema,
  loaders: { agreements: createAgreementLoaders },
  resolvers,
  search: [
    {
      texts:
        "array[title] || array(select clause from commitment where agreement_id = agreement.id order by position)",
    },
  ],
});
