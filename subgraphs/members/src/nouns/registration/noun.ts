import type { Noun } from "@alliance-hub/platform/noun/noun";
import { RegistrationSchema } from "./registration.entity.ts";
import { type RegistrationContext, createRegistrationLoaders } from "./registration.loaders.ts";
import * as resolvers from "./registration.resolver.ts";

export const registration = {
  name: "Registration",
  entity: RegistrationSchema,
  loaders: { registrations: createRegistrationLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { registrations }: RegistrationContext) =>
    registrations.byId.load(id),
} satisfies Noun;
