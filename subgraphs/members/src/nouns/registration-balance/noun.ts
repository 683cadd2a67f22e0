import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createRegistrationBalanceLoaders } from "./registration-balance.loaders.ts";
import * as resolvers from "./registration-balance.resolver.ts";

/** How evenly units have registered; it is counted from the registrations and has no record of its own. */
export const registrationBalance = {
  name: "RegistrationBalance",
  loaders: { registrationBalances: createRegistrationBalanceLoaders },
  resolvers,
} satisfies Noun;
