import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { RegistrationSchema } from "./registration.entity.ts";
import { createRegistrationLoaders } from "./registration.loaders.ts";
import * as resolvers from "./registration.resolver.ts";

export const registration = recordNoun({
  name: "Registration",
  entity: RegistrationSchema,
  loaders: { registrations: createRegistrationLoaders },
  resolvers,
});
