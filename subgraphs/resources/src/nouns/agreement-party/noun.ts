import type { Noun } from "@alliance-hub/platform/noun/noun";
import { AgreementPartySchema } from "./agreement-party.entity.ts";
import { createAgreementPartyLoaders } from "./agreement-party.loaders.ts";
import * as resolvers from "./agreement-party.resolver.ts";

export const agreementParty = {
  name: "AgreementParty",
  entity: AgreementPartySchema,
  loaders: { agreementParties: createAgreementPartyLoaders },
  resolvers,
} satisfies Noun;
