import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./organization-correction.resolver.ts";

/** A change of an organisation; it has no separate record. */
export const organizationCorrection = {
  name: "OrganizationCorrection",
  loaders: {},
  resolvers,
} satisfies Noun;
